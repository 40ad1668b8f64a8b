package io.druidingest.tuning;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * An {@link AppendableIndexSpec} of a type that this version of the library does not know: it is sent and kept as it
 * is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownAppendableIndexSpec.Builder.class)
public interface UnknownAppendableIndexSpec extends AppendableIndexSpec {

    static UnknownAppendableIndexSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownAppendableIndexSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownAppendableIndexSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownAppendableIndexSpec}. */
    interface Builder extends SpecBuilder<UnknownAppendableIndexSpec, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownAppendableIndexSpec build() {
            return Specs.complete(((ImmutableUnknownAppendableIndexSpec.Builder) this).partial());
        }
    }
}
