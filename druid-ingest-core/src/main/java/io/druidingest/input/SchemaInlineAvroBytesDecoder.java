package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * One schema for all records.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#avro-bytes-decoder">Avro decoders</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSchemaInlineAvroBytesDecoder.Builder.class)
public interface SchemaInlineAvroBytesDecoder extends AvroBytesDecoder {

    @Override
    @JsonProperty("type")
    default String type() {
        return "schema_inline";
    }

    JsonNode schema();

    static SchemaInlineAvroBytesDecoder of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSchemaInlineAvroBytesDecoder.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSchemaInlineAvroBytesDecoder.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link SchemaInlineAvroBytesDecoder}. */
    interface Builder extends SpecBuilder<SchemaInlineAvroBytesDecoder, Builder> {

        /** An Avro schema as JSON. Required. */
        Builder schema(JsonNode schema);

        /** The same, as a string, number, list or map. */
        default Builder schema(Object schema) {
            return schema(SpecJson.tree(schema));
        }

        @Override
        default SchemaInlineAvroBytesDecoder build() {
            return Specs.complete(((ImmutableSchemaInlineAvroBytesDecoder.Builder) this).partial());
        }
    }
}
