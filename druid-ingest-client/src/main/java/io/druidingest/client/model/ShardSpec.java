package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Which part of the rows of an interval and version a segment holds. */
public final class ShardSpec extends Answer {

    ShardSpec(JsonNode json) {
        super(json);
    }

    /** The type id, for example {@code numbered}, {@code hashed}, {@code range} or {@code tombstone}. */
    public String type() {
        return text("type");
    }

    /** The number of the part, from 0. */
    public int partitionNum() {
        return (int) number("partitionNum");
    }

    /**
     * How many parts were published together, of which queries need all; 0 if each was appended alone; null if Druid
     * does not tell. Parts that were appended later are not counted.
     */
    public @Nullable Integer partitions() {
        Long partitions = numberOrNull("partitions");
        Long told = partitions == null ? numberOrNull("numCorePartitions") : partitions;
        return told == null ? null : told.intValue();
    }
}
