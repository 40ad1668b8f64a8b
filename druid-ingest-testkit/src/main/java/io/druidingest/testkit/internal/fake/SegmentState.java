package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.unit.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The segments there are. A batch task that succeeds with rows publishes one for each time chunk that it may write, as far
 * as its rows go, and one that reads a stream for those in which it read; servers load them as its plan says. What newer
 * ones hide stays used until the {@link Coordinator} sees to it. A kill task removes what is unused.
 */
final class SegmentState {

    private static final Set<String> WRITERS = Set.of("index", "index_parallel", "compact", SqlTasks.TYPE);

    private final World world;
    private final List<FakeSegment> all = new ArrayList<>();
    private final List<Runnable> changed = new ArrayList<>();

    SegmentState(World world, TaskState tasks) {
        this.world = world;
        tasks.onSuccess(this::succeeded);
    }

    /** Has something happen whenever there are more used segments. */
    void onChange(Runnable what) {
        changed.add(what);
    }

    private void succeeded(FakeTask task) {
        if (task.type().equals("kill")) {
            Interval killed = Interval.of(task.payload().path("interval").asText());
            int before = all.size();
            all.removeIf(s -> !s.isUsed() && s.dataSource().equals(task.dataSource()) && s.isWithin(killed));
            task.killed(before - all.size());
        } else if (task.readsStream() || WRITERS.contains(task.type())) {
            publish(task);
        }
    }

    private void publish(FakeTask task) {
        List<FakeSegment> compacted = compacted(task);
        if (!compacted.isEmpty()) {
            task.reads(
                    compacted.size(),
                    compacted.stream().mapToLong(FakeSegment::rows).sum(),
                    compacted.stream().mapToLong(FakeSegment::size).sum());
        }
        FakeSegment like = compacted.isEmpty() ? null : compacted.get(0);
        List<FakeSegment> published = new ArrayList<>();
        Map<Interval, Long> shares = new LinkedHashMap<>();
        shares(task).forEach((chunk, rows) -> shares.merge(place(task, chunk), rows, Long::sum));
        shares.forEach((chunk, rows) -> published.add(segment(task, chunk, rows, like)));
        task.published(published.size());
        all.addAll(published);
        published.forEach(s -> world.tell(s.id(), "published"));
        if (task.plan().loadsAfter().isZero()) {
            published.forEach(this::load);
        } else {
            world.later(task.plan().loadsAfter(), () -> published.forEach(this::load));
        }
    }

    private List<FakeSegment> compacted(FakeTask task) {
        JsonNode interval = task.payload().at("/ioConfig/inputSpec/interval");
        return task.type().equals("compact") && interval.isTextual()
                ? visible(task.dataSource()).stream()
                        .filter(s -> s.isWithin(Interval.of(interval.asText())))
                        .collect(Collectors.toList())
                : List.of();
    }

    /** Where the rows of a chunk go: what is appended goes to what is there, if that is of a longer time. */
    private Interval place(FakeTask task, Interval chunk) {
        return !FakeSegment.appends(task)
                ? chunk
                : of(task.dataSource()).stream()
                        .filter(s -> s.covers(chunk))
                        .map(FakeSegment::interval)
                        .max(Comparator.comparing(i -> Duration.between(i.start(), i.end())))
                        .orElse(chunk);
    }

    private FakeSegment segment(FakeTask task, Interval chunk, long rows, @Nullable FakeSegment like) {
        Instant started = task.started();
        String own = FakeSegment.written(started == null ? task.created() : started);
        boolean appends = FakeSegment.appends(task);
        List<FakeSegment> there = !appends
                ? List.of()
                : of(task.dataSource()).stream().filter(s -> s.fills(chunk)).collect(Collectors.toList());
        String version = there.stream()
                .map(FakeSegment::version)
                .max(Comparator.naturalOrder())
                .orElse(own);
        int partition =
                (int) there.stream().filter(s -> s.version().equals(version)).count();
        return new FakeSegment(task, chunk, version, partition, rows, like, world.now());
    }

    private void load(FakeSegment segment) {
        segment.load();
        world.tell(segment.id(), "loaded");
        changed.forEach(Runnable::run);
    }

    /** What the used segments hide, as they are now. */
    Cover used() {
        return new Cover(all.stream().filter(FakeSegment::isUsed));
    }

    /** What those hide that are served now. */
    Cover served() {
        return new Cover(all.stream().filter(FakeSegment::isLoaded));
    }

    boolean anyHidden() {
        Cover used = used();
        return all.stream().anyMatch(s -> s.isUsed() && used.hides(s));
    }

    /** Marks used segments unused. */
    void retire(Predicate<FakeSegment> which, String why) {
        List<FakeSegment> meant =
                all.stream().filter(s -> s.isUsed() && which.test(s)).collect(Collectors.toList());
        meant.forEach(s -> {
            s.mark(world.now());
            world.tell(s.id(), "is unused: it " + why);
        });
    }

    /** How many rows a task writes to which chunks: those of its rows, if their times are known; else of its intervals. */
    private static Map<Interval, Long> shares(FakeTask task) {
        long rows = task.input().rows();
        Map<Interval, Long> shares = new LinkedHashMap<>();
        String size = granularity(task);
        if (!task.input().times().isEmpty() && !size.equals("ALL")) {
            task.input().times().stream().sorted().forEach(time -> shares.merge(chunk(size, time), 1L, Long::sum));
            return shares;
        }
        List<Interval> chunks = chunks(task, rows);
        for (int i = 0; i < chunks.size(); i++) {
            shares.put(chunks.get(i), rows / chunks.size() + (i < rows % chunks.size() ? 1 : 0));
        }
        return shares;
    }

    /** How long its chunks are, whether a spec says so or a statement. */
    private static String granularity(FakeTask task) {
        String ofStatement =
                task.payload().at("/spec/destination/segmentGranularity").asText("DAY");
        return task.payload()
                .at("/spec/dataSchema/granularitySpec/segmentGranularity")
                .asText(ofStatement);
    }

    /**
     * The chunks of the intervals of a task, at most {@code most}; if it has none, those that its plan tells; else those of a
     * stream in which it read, or its day.
     */
    private static List<Interval> chunks(FakeTask task, long most) {
        List<Interval> chunks = new ArrayList<>();
        JsonNode granularity = task.payload().at("/spec/dataSchema/granularitySpec");
        String size = granularity(task);
        List<Interval> said = new ArrayList<>();
        granularity.path("intervals").forEach(i -> said.add(Interval.of(i.asText())));
        JsonNode compacted = task.payload().at("/ioConfig/inputSpec/interval");
        if (compacted.isTextual()) {
            said.add(Interval.of(compacted.asText()));
            size = "ALL";
        }
        if (said.isEmpty()) {
            Interval planned = task.plan().rowsOf();
            said.add(planned != null ? planned : task.readsStream() ? ran(task) : chunk("DAY", task.created()));
        }
        for (Interval whole : said) {
            Instant at = whole.start();
            while (chunks.size() < most && at.isBefore(whole.end())) {
                Interval chunk = size.equals("ALL") ? whole : chunk(size, at);
                chunks.add(chunk);
                at = chunk.end();
            }
        }
        return chunks;
    }

    private static Interval ran(FakeTask task) {
        Instant from = Objects.requireNonNullElse(task.started(), task.created());
        Instant to = Objects.requireNonNullElse(task.ended(), from);
        return Interval.of(from, to.isAfter(from) ? to : from.plusMillis(1));
    }

    /** The chunk that a time is in. */
    static Interval chunk(String granularity, Instant at) {
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

    /** Marks unused segments of a datasource used, if they are meant and nothing hides them; tells how many. */
    int use(String dataSource, Predicate<FakeSegment> which) {
        List<FakeSegment> meant =
                all(dataSource).stream().filter(s -> !s.isUsed()).filter(which).collect(Collectors.toList());
        meant.removeIf(new Cover(Stream.concat(meant.stream(), of(dataSource).stream()))::hides);
        meant.forEach(s -> s.mark(null));
        changed.forEach(Runnable::run);
        return meant.size();
    }

    /** Marks used segments of a datasource unused, if they are meant; tells how many. */
    int unuse(String dataSource, Predicate<FakeSegment> which) {
        List<FakeSegment> meant = of(dataSource).stream().filter(which).collect(Collectors.toList());
        meant.forEach(s -> s.mark(world.now()));
        return meant.size();
    }

    /** The segments of a datasource, in the order in which they were published. */
    List<FakeSegment> all(String dataSource) {
        return all.stream().filter(s -> s.dataSource().equals(dataSource)).collect(Collectors.toList());
    }

    /** The used segments of a datasource, in the order in which they were published. */
    List<FakeSegment> of(String dataSource) {
        return all.stream()
                .filter(s -> s.isUsed() && s.dataSource().equals(dataSource))
                .collect(Collectors.toList());
    }

    /** The used segments of a datasource that none hides, in the order in which they were published. */
    List<FakeSegment> visible(String dataSource) {
        Cover used = used();
        return of(dataSource).stream().filter(s -> !used.hides(s)).collect(Collectors.toList());
    }

    /** The segments of a datasource that queries see, in the order in which they were published. */
    List<FakeSegment> queried(String dataSource) {
        Cover served = served();
        return of(dataSource).stream()
                .filter(s -> s.isLoaded() && !served.hides(s))
                .collect(Collectors.toList());
    }

    /** The datasources with used segments, by name. */
    List<String> dataSources() {
        return names(FakeSegment::isUsed);
    }

    /** The datasources with such segments, by name. */
    List<String> names(Predicate<FakeSegment> which) {
        return all.stream()
                .filter(which)
                .map(FakeSegment::dataSource)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }
}
