package io.druidingest.schema;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link Dimension} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownDimension.Builder.class)
public interface UnknownDimension extends Dimension {

    static UnknownDimension of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownDimension.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownDimension.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownDimension}. */
    interface Builder extends SpecBuilder<UnknownDimension, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        /** The column. Required. */
        Builder name(String name);

        @Override
        default UnknownDimension build() {
            return Specs.complete(((ImmutableUnknownDimension.Builder) this).partial());
        }
    }
}
