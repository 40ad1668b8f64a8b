package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** How far the compaction of a datasource was when Druid last looked. */
public final class AutoCompactionSnapshot extends Answer {

    private AutoCompactionSnapshot(JsonNode json) {
        super(json);
    }

    /** The snapshot that this JSON tells. */
    public static AutoCompactionSnapshot of(JsonNode json) {
        return new AutoCompactionSnapshot(json);
    }

    /** The datasource. */
    public String dataSource() {
        return text("dataSource");
    }

    /** Druid's word: {@code NOT_ENABLED}, {@code AWAITING_FIRST_RUN} or {@code RUNNING}. */
    public String scheduleStatus() {
        return text("scheduleStatus");
    }

    /** What Druid has to say of it, for example why it does nothing; null if nothing. */
    public @Nullable String message() {
        return textOrNull("message");
    }

    /** Bytes that are still to be compacted. */
    public long bytesAwaitingCompaction() {
        return number("bytesAwaitingCompaction");
    }

    /** Bytes that are compacted. */
    public long bytesCompacted() {
        return number("bytesCompacted");
    }

    /** Bytes that are left as they are, for example because they are too recent. */
    public long bytesSkipped() {
        return number("bytesSkipped");
    }

    /** Segments that are still to be compacted. */
    public long segmentCountAwaitingCompaction() {
        return number("segmentCountAwaitingCompaction");
    }

    /** Segments that are compacted. */
    public long segmentCountCompacted() {
        return number("segmentCountCompacted");
    }

    /** Segments that are left as they are. */
    public long segmentCountSkipped() {
        return number("segmentCountSkipped");
    }

    /** Intervals that are still to be compacted. */
    public long intervalCountAwaitingCompaction() {
        return number("intervalCountAwaitingCompaction");
    }

    /** Intervals that are compacted. */
    public long intervalCountCompacted() {
        return number("intervalCountCompacted");
    }

    /** Intervals that are left as they are. */
    public long intervalCountSkipped() {
        return number("intervalCountSkipped");
    }
}
