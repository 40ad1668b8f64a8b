package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * An {@link AvroBytesDecoder} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownAvroBytesDecoder.Builder.class)
public interface UnknownAvroBytesDecoder extends AvroBytesDecoder {

    static UnknownAvroBytesDecoder of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownAvroBytesDecoder.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownAvroBytesDecoder.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownAvroBytesDecoder}. */
    interface Builder extends SpecBuilder<UnknownAvroBytesDecoder, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownAvroBytesDecoder build() {
            return Specs.complete(((ImmutableUnknownAvroBytesDecoder.Builder) this).partial());
        }
    }
}
