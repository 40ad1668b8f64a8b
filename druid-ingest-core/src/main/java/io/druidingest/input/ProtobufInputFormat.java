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
 * Protobuf messages. Needs the extension {@code druid-protobuf-extensions}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#protobuf">Protobuf</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableProtobufInputFormat.Builder.class)
public interface ProtobufInputFormat extends InputFormat {

    @Override
    @JsonProperty("type")
    default String type() {
        return "protobuf";
    }

    ProtobufBytesDecoder protoBytesDecoder();

    @Nullable FlattenSpec flattenSpec();

    static ProtobufInputFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableProtobufInputFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableProtobufInputFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link ProtobufInputFormat}. */
    interface Builder extends SpecBuilder<ProtobufInputFormat, Builder> {

        /** Where the descriptor comes from. Required. */
        Builder protoBytesDecoder(ProtobufBytesDecoder protoBytesDecoder);

        /** Which nested values to read. */
        Builder flattenSpec(@Nullable FlattenSpec flattenSpec);

        /** The same, built here. */
        default Builder flattenSpec(UnaryOperator<FlattenSpec.Builder> b) {
            return flattenSpec(FlattenSpec.of(b));
        }

        @Override
        default ProtobufInputFormat build() {
            return Specs.complete(((ImmutableProtobufInputFormat.Builder) this).partial());
        }
    }
}
