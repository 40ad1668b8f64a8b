package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** A {@link Bound} of a type that this version of the library does not know: it is sent and kept as it is. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownBound.Builder.class)
public interface UnknownBound extends Bound {

    static UnknownBound of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownBound.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownBound.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownBound}. */
    interface Builder extends SpecBuilder<UnknownBound, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownBound build() {
            return Specs.complete(((ImmutableUnknownBound.Builder) this).partial());
        }
    }
}
