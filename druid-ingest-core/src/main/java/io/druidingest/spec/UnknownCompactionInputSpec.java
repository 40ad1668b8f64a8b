package io.druidingest.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link CompactionInputSpec} of a type that this version of the library does not know: it is sent and kept as it
 * is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownCompactionInputSpec.Builder.class)
public interface UnknownCompactionInputSpec extends CompactionInputSpec {

    static UnknownCompactionInputSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownCompactionInputSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownCompactionInputSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownCompactionInputSpec}. */
    interface Builder extends SpecBuilder<UnknownCompactionInputSpec, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownCompactionInputSpec build() {
            return Specs.complete(((ImmutableUnknownCompactionInputSpec.Builder) this).partial());
        }
    }
}
