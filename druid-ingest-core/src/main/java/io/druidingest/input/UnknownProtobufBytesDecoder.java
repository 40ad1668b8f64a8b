package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link ProtobufBytesDecoder} of a type that this version of the library does not know: it is sent and kept as it
 * is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownProtobufBytesDecoder.Builder.class)
public interface UnknownProtobufBytesDecoder extends ProtobufBytesDecoder {

    static UnknownProtobufBytesDecoder of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownProtobufBytesDecoder.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownProtobufBytesDecoder.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownProtobufBytesDecoder}. */
    interface Builder extends SpecBuilder<UnknownProtobufBytesDecoder, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownProtobufBytesDecoder build() {
            return Specs.complete(((ImmutableUnknownProtobufBytesDecoder.Builder) this).partial());
        }
    }
}
