package io.druidingest.client.internal.task;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The id of a segment, taken apart: {@code datasource_start_end_version}, and {@code _partition} unless that is 0. */
public final class SegmentName {

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
    public static SegmentName parse(String dataSource, String id) {
        String[] parts = id.startsWith(dataSource + "_")
                ? id.substring(dataSource.length() + 1).split("_", -1)
                : new String[0];
        return parts.length < 3 ? new SegmentName(id, "", "", "") : new SegmentName(id, parts[0], parts[1], parts[2]);
    }

    /** Those that are not hidden behind a newer version that covers all of their time. */
    public static List<SegmentName> visible(List<SegmentName> all) {
        Map<String, SegmentName> newest = new HashMap<>(); // of each interval; a datasource has far fewer of those
        all.forEach(s -> newest.merge(s.interval(), s, (a, b) -> a.version.compareTo(b.version) >= 0 ? a : b));
        Map<String, String> hiding = new HashMap<>();
        newest.forEach((interval, s) -> hiding.put(interval, s.newestOver(newest.values())));
        return all.stream()
                .filter(s -> s.version.compareTo(hiding.getOrDefault(s.interval(), "")) >= 0)
                .collect(Collectors.toList());
    }

    /** The newest version of those that cover all of its time, of which it is one itself. */
    private String newestOver(Collection<SegmentName> others) {
        String newestVersion = version;
        for (SegmentName other : others) {
            if (other.version.compareTo(newestVersion) > 0 && other.covers(this)) {
                newestVersion = other.version;
            }
        }
        return newestVersion;
    }

    private boolean covers(SegmentName other) {
        return order(start).compareTo(order(other.start)) <= 0 && order(end).compareTo(order(other.end)) >= 0;
    }

    /** Instants as text sort like time, but for the two ends of all time, whose years have a sign or more digits. */
    private static String order(String instant) {
        if (instant.startsWith("-")) {
            return "";
        }
        return instant.indexOf('-') > 4 ? "~" : instant;
    }

    private String interval() {
        return start + "/" + end;
    }

    /** Whether it was begun at that time or later. */
    boolean isSince(Instant time) {
        try {
            return !Instant.parse(version).isBefore(time);
        } catch (DateTimeException e) {
            return false;
        }
    }

    String start() {
        return start;
    }

    String end() {
        return end;
    }

    @Override
    public String toString() {
        return id;
    }
}
