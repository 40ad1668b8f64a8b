package io.druidingest.testkit.internal.fake;

import io.druidingest.unit.Interval;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What hides older segments: the newest version there is of each interval. Immutable. */
final class Cover {

    private final Map<String, Map<Interval, String>> newest = new HashMap<>();

    /** What these segments hide. */
    Cover(Stream<FakeSegment> segments) {
        segments.forEach(s -> newest.computeIfAbsent(s.dataSource(), d -> new HashMap<>())
                .merge(s.interval(), s.version(), (one, other) -> one.compareTo(other) < 0 ? other : one));
    }

    /** Whether one of a newer version covers the time of this one. */
    boolean hides(FakeSegment segment) {
        return newest.getOrDefault(segment.dataSource(), Map.of()).entrySet().stream()
                .anyMatch(one -> segment.version().compareTo(one.getValue()) < 0 && segment.isWithin(one.getKey()));
    }
}
