package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor saw when it last looked at its stream: where each partition ends, and, of Kinesis, how old the next
 * message to be read is. Immutable.
 */
final class StreamLook {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final StreamType type;
    private final @Nullable Instant at;
    private final Map<String, Long> ends = new TreeMap<>();
    private final Map<String, Long> ages = new TreeMap<>();

    private StreamLook(StreamType type, @Nullable Instant at) {
        this.type = type;
        this.at = at;
    }

    /** That of one that has not looked yet. */
    static StreamLook none(StreamType type) {
        return new StreamLook(type, null);
    }

    /** @param current where it stands in the partitions, as far as it is known */
    static StreamLook at(
            Instant now, StreamType type, Map<String, FakeStream.Partition> partitions, Map<String, Long> current) {
        StreamLook look = new StreamLook(type, now);
        partitions.forEach((name, partition) -> {
            look.ends.put(name, partition.end(now));
            look.ages.put(name, partition.age(current.getOrDefault(name, 0L), now));
        });
        return look;
    }

    /** How far a task is behind that was seen at these offsets. */
    ObjectNode lagOf(Map<String, Long> seen) {
        Map<String, Long> own = new TreeMap<>(seen);
        own.keySet().retainAll(ends.keySet());
        ObjectNode told = JSON.objectNode();
        ObjectNode lag = told.putObject("lag");
        if (type == StreamType.KINESIS) {
            write(told.putObject("lagMillis"), ages, own);
        } else {
            own.forEach((name, offset) -> lag.put(name, ends.getOrDefault(name, offset) - offset));
        }
        return told;
    }

    /** How far all are behind, and what is known of the stream. */
    ObjectNode lag(Map<String, Long> current) {
        ObjectNode told = JSON.objectNode();
        if (type == StreamType.KINESIS) {
            ObjectNode lag = write(told.putObject("minimumLagMillis"), ages, current);
            return told.put("aggregateLagMillis", sum(lag));
        }
        if (at != null) {
            ObjectNode latest = told.putObject("latestOffsets");
            ends.forEach((name, end) -> latest.set(name, type.end(end)));
        }
        ObjectNode lag = told.putObject("minimumLag");
        ends.forEach((name, end) -> lag.put(name, end - current.getOrDefault(name, 0L)));
        told.put("aggregateLag", sum(lag));
        return at == null ? told : told.put("offsetsLastUpdated", FakeSegment.written(at));
    }

    private static ObjectNode write(ObjectNode into, Map<String, Long> values, Map<String, Long> which) {
        values.forEach((name, value) -> {
            if (which.containsKey(name)) {
                into.put(name, value);
            }
        });
        return into;
    }

    /** Of what is behind: something may have been read since the last look. */
    private static long sum(ObjectNode lag) {
        long sum = 0;
        for (var one : lag) {
            sum += Math.max(0, one.asLong());
        }
        return sum;
    }
}
