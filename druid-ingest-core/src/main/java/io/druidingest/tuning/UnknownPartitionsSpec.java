package io.druidingest.tuning;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link PartitionsSpec} of a type that this version of the library does not know: it is sent and kept as it
 * is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownPartitionsSpec.Builder.class)
public interface UnknownPartitionsSpec extends PartitionsSpec {

    static UnknownPartitionsSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownPartitionsSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownPartitionsSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownPartitionsSpec}. */
    interface Builder extends SpecBuilder<UnknownPartitionsSpec, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownPartitionsSpec build() {
            return Specs.complete(((ImmutableUnknownPartitionsSpec.Builder) this).partial());
        }
    }
}
