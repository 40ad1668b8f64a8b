package io.druidingest.tuning;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link StringEncodingStrategy} of a type that this version of the library does not know: it is sent and kept as
 * it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownStringEncodingStrategy.Builder.class)
public interface UnknownStringEncodingStrategy extends StringEncodingStrategy {

    static UnknownStringEncodingStrategy of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownStringEncodingStrategy.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownStringEncodingStrategy.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownStringEncodingStrategy}. */
    interface Builder extends SpecBuilder<UnknownStringEncodingStrategy, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownStringEncodingStrategy build() {
            return Specs.complete(((ImmutableUnknownStringEncodingStrategy.Builder) this).partial());
        }
    }
}
