package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Schemas of a Confluent schema registry.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#avro-bytes-decoder">Avro decoders</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSchemaRegistryAvroBytesDecoder.Builder.class)
public interface SchemaRegistryAvroBytesDecoder extends AvroBytesDecoder, SchemaRegistry {

    @Override
    @JsonProperty("type")
    default String type() {
        return "schema_registry";
    }

    static SchemaRegistryAvroBytesDecoder of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSchemaRegistryAvroBytesDecoder.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSchemaRegistryAvroBytesDecoder.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link SchemaRegistryAvroBytesDecoder}. */
    interface Builder extends SchemaRegistry.Builder<SchemaRegistryAvroBytesDecoder, Builder> {

        @Override
        default SchemaRegistryAvroBytesDecoder build() {
            return Specs.complete(((ImmutableSchemaRegistryAvroBytesDecoder.Builder) this).partial());
        }
    }
}
