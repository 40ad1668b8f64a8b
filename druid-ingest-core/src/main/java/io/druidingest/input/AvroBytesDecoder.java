package io.druidingest.input;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.net.URI;
import java.util.function.UnaryOperator;

/**
 * Where an {@link AvroStreamInputFormat} has the schema of a record from.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#avro-bytes-decoder">Avro decoders</a>
 */
@Family(
        value = {
            @Variant(id = "schema_inline", type = SchemaInlineAvroBytesDecoder.class),
            @Variant(id = "multiple_schemas_inline", type = MultipleSchemasInlineAvroBytesDecoder.class),
            @Variant(id = "schema_registry", type = SchemaRegistryAvroBytesDecoder.class),
            @Variant(id = "schema_repo", type = SchemaRepoAvroBytesDecoder.class),
        },
        unknown = UnknownAvroBytesDecoder.class,
        absent = "schema_repo")
public interface AvroBytesDecoder extends SpecObject {

    /** The type id. */
    String type();

    /** One schema for all records: an Avro schema as a JSON tree, map or value. */
    static AvroBytesDecoder schemaInline(Object schema) {
        return SchemaInlineAvroBytesDecoder.of(b -> b.schema(schema));
    }

    /** Some schemas, which records name by number. */
    static AvroBytesDecoder multipleSchemasInline(UnaryOperator<MultipleSchemasInlineAvroBytesDecoder.Builder> b) {
        return MultipleSchemasInlineAvroBytesDecoder.of(b);
    }

    /** The schemas of a Confluent schema registry. */
    static AvroBytesDecoder schemaRegistry(String... urls) {
        return SchemaRegistryAvroBytesDecoder.of(b -> b.urls(urls));
    }

    /** The schemas of a Confluent schema registry, with more to say. */
    static AvroBytesDecoder schemaRegistry(UnaryOperator<SchemaRegistryAvroBytesDecoder.Builder> b) {
        return SchemaRegistryAvroBytesDecoder.of(b);
    }

    /** The schemas of one topic in an Avro 1124 schema repository. */
    static AvroBytesDecoder schemaRepo(String url, String topic) {
        return SchemaRepoAvroBytesDecoder.of(
                b -> b.subjectAndIdConverter(c -> c.topic(topic)).schemaRepository(r -> r.url(URI.create(url))));
    }
}
