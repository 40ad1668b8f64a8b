package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.Time;
import io.druidingest.unit.Interval;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Compacts what its {@link Backlog} tells: the Coordinator once in half an hour or, where supervisors compact, the Overlord once
 * in five seconds submits a task for each interval, as many as may run at a time. It runs only as long as something waits.
 */
final class AutoCompaction {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration OF_COORDINATOR = Duration.ofMinutes(30);
    private static final Duration OF_SUPERVISORS = Duration.ofSeconds(5);
    private static final String COMPACT = "compact";

    private final World world;
    private final TaskState tasks;
    private final SegmentState segments;
    private final CompactionState state;
    private Time.@Nullable Timer next;

    AutoCompaction(World world, TaskState tasks, SegmentState segments, CompactionState state) {
        this.world = world;
        this.tasks = tasks;
        this.segments = segments;
        this.state = state;
        segments.onChange(this::plan);
        state.onChange(this::plan);
    }

    private void plan() {
        if (next != null) {
            next.cancel();
            next = null;
        }
        if (!state.active().isEmpty()) {
            Duration period = state.usesSupervisors() ? OF_SUPERVISORS : OF_COORDINATOR;
            next = world.later(period.minusNanos(world.elapsed().toNanos() % period.toNanos()), this::run);
        }
    }

    private void run() {
        boolean waits = false;
        long free = state.slots(tasks.slots())
                - tasks.active().stream().filter(t -> t.type().equals(COMPACT)).count();
        for (ObjectNode config : state.active()) {
            String dataSource = config.path("dataSource").asText();
            for (Interval interval :
                    Backlog.of(config, segments.visible(dataSource)).waiting()) {
                waits = true;
                if (free > 0 && tasks.queued() < tasks.longestQueue() && !isCompacted(dataSource, interval)) {
                    submit(config, interval);
                    free--;
                }
            }
        }
        if (waits) {
            plan();
        }
    }

    private boolean isCompacted(String dataSource, Interval interval) {
        return tasks.active().stream()
                .filter(t -> t.type().equals(COMPACT) && t.dataSource().equals(dataSource))
                .map(t -> Interval.of(
                        t.payload().at("/ioConfig/inputSpec/interval").asText()))
                .anyMatch(i -> FakeSegment.overlap(i, interval));
    }

    private void submit(ObjectNode config, Interval interval) {
        ObjectNode task = JSON.objectNode().put("type", COMPACT);
        task.set("dataSource", config.path("dataSource"));
        task.putObject("ioConfig")
                .put("type", COMPACT)
                .putObject("inputSpec")
                .put("type", "interval")
                .put("interval", FakeSegment.written(interval.start()) + "/" + FakeSegment.written(interval.end()));
        for (String part : new String[] {"tuningConfig", "granularitySpec"}) {
            if (config.hasNonNull(part)) {
                task.set(part, config.path(part));
            }
        }
        ObjectNode context = task.putObject("context");
        if (config.path("taskContext").isObject()) {
            context.setAll((ObjectNode) config.path("taskContext"));
        }
        context.put("storeCompactionState", true).set("priority", config.path("taskPriority"));
        boolean byOverlord = world.version() >= 37 && state.usesSupervisors();
        String id = (byOverlord ? "auto_" : "coordinator-issued_") + tasks.newId(task);
        Object unused = tasks.take(id, task.put("id", id));
    }
}
