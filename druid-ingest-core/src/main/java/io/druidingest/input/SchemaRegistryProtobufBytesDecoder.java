package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Descriptors of a Confluent schema registry.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#protobuf-bytes-decoder">Protobuf decoders</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSchemaRegistryProtobufBytesDecoder.Builder.class)
public interface SchemaRegistryProtobufBytesDecoder extends ProtobufBytesDecoder, SchemaRegistry {

    @Override
    @JsonProperty("type")
    default String type() {
        return "schema_registry";
    }

    static SchemaRegistryProtobufBytesDecoder of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSchemaRegistryProtobufBytesDecoder.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSchemaRegistryProtobufBytesDecoder.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link SchemaRegistryProtobufBytesDecoder}. */
    interface Builder extends SchemaRegistry.Builder<SchemaRegistryProtobufBytesDecoder, Builder> {

        @Override
        default SchemaRegistryProtobufBytesDecoder build() {
            return Specs.complete(((ImmutableSchemaRegistryProtobufBytesDecoder.Builder) this).partial());
        }
    }
}
