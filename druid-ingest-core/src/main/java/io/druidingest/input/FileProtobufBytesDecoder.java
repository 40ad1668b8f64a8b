package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A descriptor in a file.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#protobuf-bytes-decoder">Protobuf decoders</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableFileProtobufBytesDecoder.Builder.class)
public interface FileProtobufBytesDecoder extends ProtobufBytesDecoder {

    @Override
    @JsonProperty("type")
    default String type() {
        return "file";
    }

    String descriptor();

    @Nullable String protoMessageType();

    static FileProtobufBytesDecoder of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableFileProtobufBytesDecoder.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableFileProtobufBytesDecoder.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link FileProtobufBytesDecoder}. */
    interface Builder extends SpecBuilder<FileProtobufBytesDecoder, Builder> {

        /** The file: a URL, or a name on the class path of the cluster. Required. */
        Builder descriptor(String descriptor);

        /** The message, by its short or full name. Druid's default: the first of the descriptor. */
        Builder protoMessageType(@Nullable String protoMessageType);

        @Override
        default FileProtobufBytesDecoder build() {
            return Specs.complete(((ImmutableFileProtobufBytesDecoder.Builder) this).partial());
        }
    }
}
