package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;

/** The streams that Druid reads, and what it says otherwise of each. */
enum StreamType {
    KAFKA("kafka.supervisor.Kafka", "org.apache.kafka.common.errors.TimeoutException"),
    KINESIS("kinesis.supervisor.Kinesis", StreamType.UNNAMED),
    RABBIT("rabbitstream.supervisor.RabbitStream", StreamType.UNNAMED);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String UNNAMED = "org.apache.druid.indexing.seekablestream.common.StreamException";

    private final String classes;
    private final String exception;

    StreamType(String classes, String exception) {
        this.classes = "org.apache.druid.indexing." + classes;
        this.exception = exception;
    }

    static StreamType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As it stands in a spec. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What begins the names of its classes of supervisors. */
    String classes() {
        return classes;
    }

    /** The type of its tasks. */
    String task() {
        return "index_" + word();
    }

    /** What is thrown where the stream cannot be reached. */
    String exception() {
        return exception;
    }

    /** What a partition of a stream is called. */
    String partition(String stream, int number) {
        switch (this) {
            case KINESIS:
                return String.format(Locale.ROOT, "shardId-%012d", number);
            case RABBIT:
                return stream + "-" + number;
            default:
                return String.valueOf(number);
        }
    }

    /** How a place in a partition is written. */
    JsonNode offset(long number) {
        return this == KINESIS ? JSON.textNode(String.valueOf(number)) : JSON.numberNode(number);
    }

    /** How the end of a partition is written: for RabbitMQ its last message is told, for others the next to come. */
    JsonNode end(long number) {
        return offset(this == RABBIT ? number - 1 : number);
    }
}
