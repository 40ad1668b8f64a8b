package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far the automatic compaction of a datasource is, as the last look at it found. */
public final class CompactionStatus extends Answer {

    /** Whether a datasource is compacted automatically. */
    public enum ScheduleStatus {
        /** It has no compaction config. */
        NOT_ENABLED,
        /** It has one, and has not been looked at. */
        AWAITING_FIRST_RUN,
        /** It is compacted where that is needed. */
        RUNNING,
        /** A word that this version of the library does not know. */
        UNKNOWN
    }

    private CompactionStatus(JsonNode json) {
        super(json);
    }

    /** The status that this JSON tells. */
    public static CompactionStatus of(JsonNode json) {
        return new CompactionStatus(json);
    }

    /** The datasource. */
    public String dataSource() {
        return text("dataSource");
    }

    /** Whether it is compacted automatically. */
    public ScheduleStatus scheduleStatus() {
        switch (text("scheduleStatus").toUpperCase(Locale.ROOT)) {
            case "NOT_ENABLED":
                return ScheduleStatus.NOT_ENABLED;
            case "AWAITING_FIRST_RUN":
                return ScheduleStatus.AWAITING_FIRST_RUN;
            case "RUNNING":
                return ScheduleStatus.RUNNING;
            default:
                return ScheduleStatus.UNKNOWN;
        }
    }

    /** What is wrong; null if nothing is, and before Druid 33. */
    public @Nullable String message() {
        return textOrNull("message");
    }

    /** Bytes yet to be compacted. */
    public long bytesAwaitingCompaction() {
        return number("bytesAwaitingCompaction");
    }

    /** Bytes that are as the config wants them. */
    public long bytesCompacted() {
        return number("bytesCompacted");
    }

    /** Bytes that the config passes over. */
    public long bytesSkipped() {
        return number("bytesSkipped");
    }

    /** Segments yet to be compacted. */
    public long segmentCountAwaitingCompaction() {
        return number("segmentCountAwaitingCompaction");
    }

    /** Segments that are as the config wants them. */
    public long segmentCountCompacted() {
        return number("segmentCountCompacted");
    }

    /** Segments that the config passes over. */
    public long segmentCountSkipped() {
        return number("segmentCountSkipped");
    }

    /** Intervals with segments yet to be compacted. */
    public long intervalCountAwaitingCompaction() {
        return number("intervalCountAwaitingCompaction");
    }

    /** Intervals that are as the config wants them. */
    public long intervalCountCompacted() {
        return number("intervalCountCompacted");
    }

    /** Intervals that the config passes over. */
    public long intervalCountSkipped() {
        return number("intervalCountSkipped");
    }
}
