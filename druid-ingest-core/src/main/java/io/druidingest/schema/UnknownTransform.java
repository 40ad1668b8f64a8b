package io.druidingest.schema;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A {@link Transform} of a type that this version of the library does not know: it is sent and kept as it is. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownTransform.Builder.class)
public interface UnknownTransform extends Transform {

    @Override
    @Nullable String name();

    static UnknownTransform of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownTransform.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownTransform.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownTransform}. */
    interface Builder extends SpecBuilder<UnknownTransform, Builder> {

        /** The field that it makes. */
        Builder name(@Nullable String name);

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownTransform build() {
            return Specs.complete(((ImmutableUnknownTransform.Builder) this).partial());
        }
    }
}
