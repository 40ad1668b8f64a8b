package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in each of some partitions of a stream: the message that is read next. Both are in the words of the stream:
 *
 * <ul>
 *   <li>Kafka: the number of the partition and a number, {@code Offsets.of(0, 1_500).and(1, 1_480)}; where a supervisor
 *       reads several topics, {@code topic:partition} and a number, {@code Offsets.of("clicks:0", 1_500)}
 *   <li>Kinesis: the id of the shard and a sequence number, {@code Offsets.of("shardId-000000000000", "4954...")}
 *   <li>RabbitMQ: the name of the partition and a number
 * </ul>
 */
public final class Offsets extends Answer {

    Offsets(JsonNode json) {
        super(json);
    }

    /** The offset of one partition of a Kafka topic. */
    public static Offsets of(int partition, long offset) {
        return of(Integer.toString(partition), offset);
    }

    /** The offset of one partition that has a name. */
    public static Offsets of(String partition, long offset) {
        return none().and(partition, offset);
    }

    /** The sequence number of one shard. */
    public static Offsets of(String partition, String sequenceNumber) {
        return none().and(partition, sequenceNumber);
    }

    /** These, and that of one more partition of a Kafka topic. */
    public Offsets and(int partition, long offset) {
        return and(Integer.toString(partition), offset);
    }

    /**
     * These, and that of one more partition that has a name.
     *
     * @throws IllegalArgumentException if the offset is negative
     */
    public Offsets and(String partition, long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is 0 or more, not " + offset + " of partition " + partition);
        }
        // as it is when it is read, so that equal ones are equal
        return new Offsets(
                offset == (int) offset ? copy().put(partition, (int) offset) : copy().put(partition, offset));
    }

    /** These, and that of one more shard. */
    public Offsets and(String partition, String sequenceNumber) {
        return new Offsets(copy().put(partition, sequenceNumber));
    }

    /** The offset of a Kafka partition as a number; null if there is none. */
    public @Nullable Long offset(int partition) {
        return numberOrNull(Integer.toString(partition));
    }

    /** All of them as text, by partition; empty if nothing is known. */
    public Map<String, String> byPartition() {
        Map<String, String> all = new LinkedHashMap<>();
        json().properties().forEach(e -> all.put(e.getKey(), e.getValue().asText()));
        return all;
    }

    static Map<String, Long> numbers(JsonNode json) {
        Map<String, Long> all = new LinkedHashMap<>();
        json.properties().forEach(e -> {
            if (e.getValue().isNumber()) { // Druid writes null for what it does not know
                all.put(e.getKey(), e.getValue().asLong());
            }
        });
        return all;
    }

    private static Offsets none() {
        return new Offsets(JsonNodeFactory.instance.objectNode());
    }

    private ObjectNode copy() {
        return JsonNodeFactory.instance.objectNode().setAll((ObjectNode) json());
    }
}
