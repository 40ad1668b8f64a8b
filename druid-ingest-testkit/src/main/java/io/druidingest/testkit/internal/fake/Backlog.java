package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.unit.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What there is to compact of a datasource: the intervals in which a segment is none that a compaction made of all of the
 * chunk that its config asks for; but not the latest ones, by {@code skipOffsetFromLatest}. Immutable.
 */
final class Backlog {

    private final Map<Interval, List<FakeSegment>> waiting = chunks();
    private final Map<Interval, List<FakeSegment>> compacted = chunks();
    private final Map<Interval, List<FakeSegment>> skipped = chunks();

    private Backlog() {}

    private static Map<Interval, List<FakeSegment>> chunks() {
        return new TreeMap<>(Comparator.comparing(Interval::start).reversed().thenComparing(Interval::end));
    }

    /** @param visible what none hides */
    static Backlog of(ObjectNode config, List<FakeSegment> visible) {
        Backlog backlog = new Backlog();
        String size = config.at("/granularitySpec/segmentGranularity").asText("");
        Map<Interval, List<FakeSegment>> all = chunks();
        visible.forEach(s ->
                all.computeIfAbsent(wanted(s, size), i -> new ArrayList<>()).add(s));
        Instant latest = visible.stream()
                .map(s -> s.interval().end())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        String offset = config.path("skipOffsetFromLatest").asText("P1D");
        Instant until = Interval.of(offset + "/" + latest).start();
        all.forEach((chunk, segments) -> {
            boolean done = segments.stream().allMatch(s -> s.isCompacted() && s.fills(chunk));
            boolean recent = segments.stream().anyMatch(s -> s.interval().end().isAfter(until));
            (done ? backlog.compacted : recent ? backlog.skipped : backlog.waiting).put(chunk, segments);
        });
        return backlog;
    }

    /** The chunk that a segment is to be part of; one that is longer stays as it is. */
    private static Interval wanted(FakeSegment segment, String size) {
        Interval chunk = size.isEmpty()
                ? segment.interval()
                : SegmentState.chunk(size, segment.interval().start());
        return segment.isWithin(chunk) ? chunk : segment.interval();
    }

    /** The intervals that wait, the newest first. */
    List<Interval> waiting() {
        return List.copyOf(waiting.keySet());
    }

    /** How far compaction is. */
    ObjectNode snapshot(String dataSource, String status) {
        ObjectNode snapshot = JsonNodeFactory.instance
                .objectNode()
                .put("dataSource", dataSource)
                .put("scheduleStatus", status)
                .putNull("message");
        Map<String, Map<Interval, List<FakeSegment>>> parts =
                new TreeMap<>(Map.of("AwaitingCompaction", waiting, "Compacted", compacted, "Skipped", skipped));
        parts.forEach((name, part) -> snapshot.put(
                "bytes" + name,
                segments(part).stream().mapToLong(FakeSegment::size).sum()));
        parts.forEach((name, part) ->
                snapshot.put("segmentCount" + name, segments(part).size()));
        parts.forEach((name, part) -> snapshot.put("intervalCount" + name, part.size()));
        return snapshot;
    }

    private static List<FakeSegment> segments(Map<Interval, List<FakeSegment>> part) {
        List<FakeSegment> all = new ArrayList<>();
        part.values().forEach(all::addAll);
        return all;
    }
}
