package io.druidingest.input;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;

/**
 * How the headers of Kafka records are written.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#kafka">Kafka</a>
 */
@Family(
        value = {
            @Variant(id = "string", type = StringKafkaHeaderFormat.class),
        },
        unknown = UnknownKafkaHeaderFormat.class)
public interface KafkaHeaderFormat extends SpecObject {

    /** The type id. */
    String type();

    /** Text in UTF-8. */
    static KafkaHeaderFormat string() {
        return StringKafkaHeaderFormat.builder().build();
    }

    /** Text in another character set. */
    static KafkaHeaderFormat string(String encoding) {
        return StringKafkaHeaderFormat.of(b -> b.encoding(encoding));
    }
}
