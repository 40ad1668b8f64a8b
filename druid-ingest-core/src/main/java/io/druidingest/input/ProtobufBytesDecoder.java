package io.druidingest.input;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * Where a {@link ProtobufInputFormat} has the descriptor of a message from.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#protobuf-bytes-decoder">Protobuf decoders</a>
 */
@Family(
        value = {
            @Variant(id = "file", type = FileProtobufBytesDecoder.class),
            @Variant(id = "inline", type = InlineProtobufBytesDecoder.class),
            @Variant(id = "schema_registry", type = SchemaRegistryProtobufBytesDecoder.class),
        },
        unknown = UnknownProtobufBytesDecoder.class,
        absent = "schema_registry")
public interface ProtobufBytesDecoder extends SpecObject {

    /** The type id. */
    String type();

    /** A descriptor in a file: a URL, or a name on the class path of the cluster. */
    static ProtobufBytesDecoder file(String descriptor, String protoMessageType) {
        return FileProtobufBytesDecoder.of(b -> b.descriptor(descriptor).protoMessageType(protoMessageType));
    }

    /** A compiled descriptor in Base64. */
    static ProtobufBytesDecoder inline(String descriptorString, String protoMessageType) {
        return InlineProtobufBytesDecoder.of(
                b -> b.descriptorString(descriptorString).protoMessageType(protoMessageType));
    }

    /** The descriptors of a Confluent schema registry. */
    static ProtobufBytesDecoder schemaRegistry(String... urls) {
        return SchemaRegistryProtobufBytesDecoder.of(b -> b.urls(urls));
    }

    /** The descriptors of a Confluent schema registry, with more to say. */
    static ProtobufBytesDecoder schemaRegistry(UnaryOperator<SchemaRegistryProtobufBytesDecoder.Builder> b) {
        return SchemaRegistryProtobufBytesDecoder.of(b);
    }
}
