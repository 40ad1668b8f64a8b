package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * An {@link InputSourceFactory} of a type that this version of the library does not know: it is sent and kept as it
 * is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownInputSourceFactory.Builder.class)
public interface UnknownInputSourceFactory extends InputSourceFactory {

    static UnknownInputSourceFactory of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownInputSourceFactory.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownInputSourceFactory.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownInputSourceFactory}. */
    interface Builder extends SpecBuilder<UnknownInputSourceFactory, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownInputSourceFactory build() {
            return Specs.complete(((ImmutableUnknownInputSourceFactory.Builder) this).partial());
        }
    }
}
