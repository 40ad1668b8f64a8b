package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A group of tasks, which read the same: how far they are in their partitions, by the names of these. */
final class Reading {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final World world;
    private final StreamSpec spec;
    private final FakeStream stream;
    private final List<FakeTask> tasks;
    private final Map<String, FakeStream.Partition> partitions;
    private final Map<String, Long> from;
    private final Instant since;
    private Map<String, Long> settled;
    private Instant settledAt;
    private Map<String, Long> seen = Map.of();
    private boolean stopped;

    Reading(
            World world,
            StreamSpec spec,
            FakeStream stream,
            List<FakeTask> tasks,
            Map<String, FakeStream.Partition> partitions,
            Map<String, Long> from) {
        this.world = world;
        this.spec = spec;
        this.stream = stream;
        this.tasks = List.copyOf(tasks);
        this.partitions = partitions;
        this.from = Map.copyOf(from);
        this.since = world.now();
        this.settled = this.from;
        this.settledAt = since;
        stream.isReadBy(this);
        tasks.forEach(task -> task.reads(() -> input(task)));
    }

    /** What one of its tasks has read: nothing, where another has published that. */
    private TaskInput input(FakeTask task) {
        boolean published = tasks.stream().anyMatch(t -> t != task && t.state() == FakeTask.State.SUCCESS);
        long rows = published ? 0 : task.plan().rows().orElse(read());
        return TaskInput.of(rows, task.plan().unparseable(), rows * StreamSupervisor.BYTES);
    }

    List<FakeTask> tasks() {
        return tasks;
    }

    boolean reads(String partition) {
        return from.containsKey(partition);
    }

    boolean isDue() {
        return !world.now().isBefore(since.plus(spec.taskDuration()));
    }

    boolean hasEnded() {
        return tasks.stream().allMatch(FakeTask::hasEnded);
    }

    boolean hasFailed() {
        return tasks.stream().allMatch(t -> t.state() == FakeTask.State.FAILED);
    }

    /** Where it is in its partitions. */
    Map<String, Long> offsets() {
        Instant at = Objects.requireNonNullElse(ended(), world.now());
        Instant began = began();
        if (stopped || stream.trouble() != null || began == null) {
            return settled;
        }
        Duration time = Duration.between(began.isAfter(settledAt) ? began : settledAt, at);
        Map<String, Long> now = new TreeMap<>();
        settled.forEach((name, offset) ->
                now.put(name, time.isNegative() ? offset : partition(name).read(offset, time, at)));
        return now;
    }

    private FakeStream.Partition partition(String name) {
        return Objects.requireNonNull(partitions.get(name));
    }

    /** When the first of its tasks began; null if none has. */
    private @Nullable Instant began() {
        Instant first = null;
        for (FakeTask task : tasks) {
            Instant started = task.started();
            first = first == null || (started != null && started.isBefore(first)) ? started : first;
        }
        return first;
    }

    /** When the last of its tasks ended; null if one has not. */
    private @Nullable Instant ended() {
        Instant last = null;
        for (FakeTask task : tasks) {
            Instant ended = task.ended();
            if (ended == null) {
                return null;
            }
            last = last == null || ended.isAfter(last) ? ended : last;
        }
        return last;
    }

    /** Something is about to change: what was read until now stays so. */
    void settle() {
        settled = offsets();
        settledAt = world.now();
    }

    /** Reads no more. */
    void stop() {
        settle();
        stopped = true;
    }

    /** The supervisor looks at where it is. */
    void look() {
        seen = offsets();
    }

    /** Where the supervisor last saw it; empty if it has not looked yet. */
    Map<String, Long> seen() {
        return seen;
    }

    /** How many messages it has read. */
    long read() {
        Map<String, Long> now = offsets();
        return from.entrySet().stream()
                .mapToLong(e -> now.getOrDefault(e.getKey(), e.getValue()) - e.getValue())
                .sum();
    }

    /** How long it has been reading, in seconds; at least one. */
    long seconds() {
        Instant began = began();
        return began == null
                ? 1
                : Math.max(1, Duration.between(began, world.now()).toSeconds());
    }

    /**
     * Its place in the status of the supervisor.
     *
     * @param lags how far it is behind, in the words of the stream, if it still reads
     */
    void tell(ArrayNode list, @Nullable ObjectNode lags) {
        Instant now = world.now();
        tasks.stream().filter(task -> !task.hasEnded()).forEach(task -> {
            ObjectNode told = list.addObject().put("id", task.id());
            told.set("startingOffsets", written(from));
            told.put("startTime", FakeSegment.written(since))
                    .put(
                            "remainingSeconds",
                            Duration.between(now, since.plus(spec.taskDuration()))
                                    .toSeconds())
                    .put("type", stopped ? "PUBLISHING" : "ACTIVE");
            told.set("currentOffsets", written(seen));
            if (lags != null) {
                told.setAll(lags);
            }
        });
    }

    private ObjectNode written(Map<String, Long> offsets) {
        ObjectNode written = JSON.objectNode();
        new TreeMap<>(offsets)
                .forEach((name, offset) -> written.set(name, spec.stream().offset(offset)));
        return written;
    }
}
