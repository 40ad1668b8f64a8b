package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link NestedPathPart} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownNestedPathPart.Builder.class)
public interface UnknownNestedPathPart extends NestedPathPart {

    static UnknownNestedPathPart of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownNestedPathPart.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownNestedPathPart.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownNestedPathPart}. */
    interface Builder extends SpecBuilder<UnknownNestedPathPart, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownNestedPathPart build() {
            return Specs.complete(((ImmutableUnknownNestedPathPart.Builder) this).partial());
        }
    }
}
