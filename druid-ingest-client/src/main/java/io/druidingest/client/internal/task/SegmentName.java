package io.druidingest.client.internal.task;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
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

    /** Those that are not hidden behind newer versions, which cover all of their time, alone or together. */
    public static List<SegmentName> visible(List<SegmentName> all) {
        NavigableMap<String, Map<String, SegmentName>> newestFirst = new TreeMap<>(Comparator.reverseOrder());
        all.forEach(s ->
                newestFirst.computeIfAbsent(s.version, v -> new HashMap<>()).put(s.interval(), s));
        NavigableMap<String, String> covered = new TreeMap<>();
        Set<String> hidden = new HashSet<>();
        newestFirst.values().forEach(segments -> {
            segments.values().stream().filter(s -> s.isHidden(covered)).forEach(s -> hidden.add(s.timeAndVersion()));
            segments.values().forEach(s -> s.cover(covered));
        });
        return all.stream().filter(s -> !hidden.contains(s.timeAndVersion())).collect(Collectors.toList());
    }

    /** @param covered the times that newer versions cover, none of which touches another: where each begins, and its end */
    private boolean isHidden(NavigableMap<String, String> covered) {
        Map.Entry<String, String> before = covered.floorEntry(order(start));
        return !version.isEmpty() && before != null && before.getValue().compareTo(order(end)) >= 0;
    }

    private void cover(NavigableMap<String, String> covered) {
        String from = order(start);
        String to = order(end);
        Map.Entry<String, String> touching = covered.floorEntry(to);
        while (touching != null && touching.getValue().compareTo(from) >= 0) {
            covered.remove(touching.getKey());
            from = from.compareTo(touching.getKey()) < 0 ? from : touching.getKey();
            to = to.compareTo(touching.getValue()) > 0 ? to : touching.getValue();
            touching = covered.floorEntry(to);
        }
        covered.put(from, to);
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

    private String timeAndVersion() {
        return interval() + "/" + version;
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
