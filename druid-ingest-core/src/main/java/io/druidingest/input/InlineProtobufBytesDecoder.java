package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A descriptor in the spec itself.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#protobuf-bytes-decoder">Protobuf decoders</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableInlineProtobufBytesDecoder.Builder.class)
public interface InlineProtobufBytesDecoder extends ProtobufBytesDecoder {

    @Override
    @JsonProperty("type")
    default String type() {
        return "inline";
    }

    String descriptorString();

    @Nullable String protoMessageType();

    static InlineProtobufBytesDecoder of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableInlineProtobufBytesDecoder.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableInlineProtobufBytesDecoder.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        try {
            Base64.getDecoder().decode(descriptorString());
        } catch (IllegalArgumentException e) {
            at.at("descriptorString").report(Rules.NOT_BASE_64, "is no Base64; encode the compiled descriptor");
        }
    }

    /** Makes an {@link InlineProtobufBytesDecoder}. */
    interface Builder extends SpecBuilder<InlineProtobufBytesDecoder, Builder> {

        /** The compiled descriptor, in Base64. Required. */
        Builder descriptorString(String descriptorString);

        /** The message, by its short or full name. Druid's default: the first of the descriptor. */
        Builder protoMessageType(@Nullable String protoMessageType);

        @Override
        default InlineProtobufBytesDecoder build() {
            return Specs.complete(((ImmutableInlineProtobufBytesDecoder.Builder) this).partial());
        }
    }
}
