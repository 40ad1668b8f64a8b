package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.unit.Interval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The segments that are used. A batch task that succeeds with rows publishes one, in the first time chunk that it may
 * write; servers load it as its plan says, and what it hides is no more used from then on.
 */
final class SegmentState {

    private static final Set<String> WRITERS = Set.of("index", "index_parallel", "compact");

    private final World world;
    private final List<FakeSegment> used = new ArrayList<>();

    SegmentState(World world, TaskState tasks) {
        this.world = world;
        tasks.onSuccess(this::publish);
    }

    private void publish(FakeTask task) {
        if (!WRITERS.contains(task.type()) || task.plan().rows() == 0) {
            return;
        }
        FakeSegment segment = segment(task);
        used.add(segment);
        world.tell(segment.id(), "published");
        if (task.plan().loadsAfter().isZero()) {
            load(segment);
        } else {
            world.later(task.plan().loadsAfter(), () -> load(segment));
        }
    }

    private FakeSegment segment(FakeTask task) {
        Instant started = task.started();
        String own = FakeSegment.written(started == null ? task.created() : started);
        Interval chunk = chunk(task);
        boolean appends = task.payload().at("/spec/ioConfig/appendToExisting").asBoolean();
        List<FakeSegment> there = used.stream()
                .filter(s -> appends
                        && s.dataSource().equals(task.dataSource())
                        && s.interval().equals(chunk))
                .collect(Collectors.toList());
        String version = there.stream()
                .map(FakeSegment::version)
                .max(Comparator.naturalOrder())
                .orElse(own);
        int partition =
                (int) there.stream().filter(s -> s.version().equals(version)).count();
        return new FakeSegment(
                task.dataSource(), chunk, version, partition, task.plan().rows());
    }

    private void load(FakeSegment segment) {
        segment.load();
        world.tell(segment.id(), "loaded");
        used.removeIf(older -> older.isHiddenBy(segment));
    }

    /** The first chunk of the intervals of a task; of the day on which it was taken, if it has none. */
    private static Interval chunk(FakeTask task) {
        JsonNode granularity = task.payload().at("/spec/dataSchema/granularitySpec");
        String said = granularity.at("/intervals/0").asText();
        if (task.type().equals("compact")) {
            said = task.payload().at("/ioConfig/inputSpec/interval").asText();
            return said.isEmpty() ? chunk("DAY", task.created()) : Interval.of(said);
        }
        Interval whole = said.isEmpty() ? null : Interval.of(said);
        Instant first = whole == null ? task.created() : whole.start();
        String size = granularity.path("segmentGranularity").asText("DAY");
        return size.equals("ALL") && whole != null ? whole : chunk(size, first);
    }

    private static Interval chunk(String granularity, Instant at) {
        ZonedDateTime day = at.truncatedTo(ChronoUnit.DAYS).atZone(ZoneOffset.UTC);
        switch (granularity) {
            case "HOUR":
                Instant hour = at.truncatedTo(ChronoUnit.HOURS);
                return Interval.of(hour, hour.plus(1, ChronoUnit.HOURS));
            case "MONTH":
                return Interval.of(
                        day.withDayOfMonth(1).toInstant(),
                        day.withDayOfMonth(1).plusMonths(1).toInstant());
            case "YEAR":
                return Interval.of(
                        day.withDayOfYear(1).toInstant(),
                        day.withDayOfYear(1).plusYears(1).toInstant());
            default:
                return Interval.of(day.toInstant(), day.plusDays(1).toInstant());
        }
    }

    /** The used segments of a datasource, in the order in which they were published. */
    List<FakeSegment> of(String dataSource) {
        return used.stream().filter(s -> s.dataSource().equals(dataSource)).collect(Collectors.toList());
    }

    /** The datasources with used segments, by name. */
    List<String> dataSources() {
        return used.stream().map(FakeSegment::dataSource).distinct().sorted().collect(Collectors.toList());
    }
}
