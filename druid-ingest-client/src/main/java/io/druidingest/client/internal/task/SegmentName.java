package io.druidingest.client.internal.task;

import java.time.DateTimeException;
import java.time.Instant;

/** The id of a segment, taken apart: {@code datasource_start_end_version}, and {@code _partition} unless that is 0. */
final class SegmentName {

    private final String id;
    private final String start;
    private final String end;
    private final String version;

    private SegmentName(String id, String start, String end, String version) {
        this.id = id;
        this.start = start;
        this.end = end;
        this.version = version;
    }

    /** Takes it apart; an id of another form overshadows nothing and belongs to no time. */
    static SegmentName parse(String dataSource, String id) {
        String[] parts = id.startsWith(dataSource + "_")
                ? id.substring(dataSource.length() + 1).split("_", -1)
                : new String[0];
        return parts.length < 3 ? new SegmentName(id, "", "", "") : new SegmentName(id, parts[0], parts[1], parts[2]);
    }

    /** Whether the other is hidden behind this one: a newer version over all of its time. */
    boolean overshadows(SegmentName other) {
        return version.compareTo(other.version) > 0
                && start.compareTo(other.start) <= 0
                && end.compareTo(other.end) >= 0;
    }

    /** Whether it was begun at that time or later. */
    boolean isSince(Instant time) {
        try {
            return !Instant.parse(version).isBefore(time);
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
