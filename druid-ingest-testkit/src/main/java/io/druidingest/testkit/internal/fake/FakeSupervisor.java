package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One supervisor from when it was sent until it is sent again, suspended, resumed or terminated. */
final class FakeSupervisor {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SINCE_OWN_ID = 34;

    /** So many tasks have to fail one after the other. */
    private static final int UNHEALTHY = 3;

    private final StreamSpec spec;
    private final int version;
    private final Map<Integer, Reading> reading = new TreeMap<>();
    private final List<Reading> publishing = new ArrayList<>();
    private boolean hasRun;
    private int failures;

    FakeSupervisor(StreamSpec spec, int version) {
        this.spec = spec;
        this.version = version;
    }

    StreamSpec spec() {
        return spec;
    }

    void run() {
        hasRun = true;
    }

    /** The tasks that read, by their group. */
    Map<Integer, Reading> reading() {
        return reading;
    }

    /** Tasks read no more, and publish. */
    void publish(List<Reading> tasks) {
        publishing.addAll(tasks);
    }

    /** Leaves out the tasks that have ended. */
    void sweep() {
        reading.values().removeIf(one -> one.tasks.stream().allMatch(FakeTask::hasEnded));
        publishing.removeIf(one -> one.tasks.stream().allMatch(FakeTask::hasEnded));
    }

    /** Takes note of a group of tasks that has ended before its time. */
    void ended(boolean failed) {
        failures = failed ? failures + 1 : 0;
    }

    boolean isHealthy() {
        return failures < UNHEALTHY;
    }

    String state() {
        return !isHealthy() ? "UNHEALTHY_TASKS" : spec.isSuspended() ? "SUSPENDED" : hasRun ? "RUNNING" : "PENDING";
    }

    /** Its place in a list of supervisors. */
    ObjectNode summary() {
        ObjectNode summary = JSON.objectNode().put("id", spec.id());
        if (version >= SINCE_OWN_ID) {
            summary.put("dataSource", spec.dataSource());
        }
        return summary.put("state", state()).put("detailedState", state()).put("healthy", isHealthy());
    }

    ObjectNode status(Instant now) {
        ObjectNode status = JSON.objectNode().put("id", spec.id()).put("generationTime", FakeSegment.written(now));
        ObjectNode payload = status.putObject("payload");
        if (version >= SINCE_OWN_ID) {
            payload.put("id", spec.id());
        }
        payload.put("dataSource", spec.dataSource())
                .put("stream", spec.stream())
                .put("partitions", reading.isEmpty() ? 0 : SupervisorState.PARTITIONS)
                .put("replicas", spec.replicas())
                .put("durationSeconds", spec.taskDuration().toSeconds());
        ArrayNode active = payload.putArray("activeTasks");
        reading.values().forEach(one -> one.tell(active, "ACTIVE", now));
        ArrayNode ending = payload.putArray("publishingTasks");
        publishing.forEach(one -> one.tell(ending, "PUBLISHING", now));
        payload.putObject("minimumLag");
        payload.put("aggregateLag", 0)
                .put("suspended", spec.isSuspended())
                .put("healthy", isHealthy())
                .put("state", state())
                .put("detailedState", state())
                .putArray("recentErrors");
        return status;
    }

    /** What its tasks have read so far: nothing, since the stream is empty. */
    ObjectNode stats() {
        ObjectNode stats = JSON.objectNode();
        reading.forEach((group, one) -> {
            ObjectNode byTask = stats.putObject(group.toString());
            one.tasks.stream().filter(t -> !t.hasEnded()).forEach(task -> {
                ObjectNode ofTask = byTask.putObject(task.id());
                ObjectNode averages = ofTask.putObject("movingAverages").putObject("buildSegments");
                for (String span : List.of("5m", "15m", "1m")) {
                    none(averages.putObject(span));
                }
                none(ofTask.putObject("totals").putObject("buildSegments"));
            });
        });
        return stats;
    }

    private static void none(ObjectNode counts) {
        for (String count : List.of("processed", "processedBytes", "processedWithError", "thrownAway", "unparseable")) {
            counts.put(count, 0);
        }
    }

    /** The tasks of one group, which read the same. */
    static final class Reading {

        private final List<FakeTask> tasks;
        private final Map<String, Long> from;
        private final Instant since;
        private final Duration lasting;

        Reading(List<FakeTask> tasks, Map<String, Long> from, Instant since, Duration lasting) {
            this.tasks = List.copyOf(tasks);
            this.from = Map.copyOf(from);
            this.since = since;
            this.lasting = lasting;
        }

        List<FakeTask> tasks() {
            return tasks;
        }

        /** The offsets it begins at, by partition. */
        Map<String, Long> from() {
            return from;
        }

        boolean isDue(Instant now) {
            return !now.isBefore(since.plus(lasting));
        }

        boolean hasEnded() {
            return tasks.stream().allMatch(FakeTask::hasEnded);
        }

        boolean hasFailed() {
            return tasks.stream().allMatch(t -> t.state() == FakeTask.State.FAILED);
        }

        private void tell(ArrayNode list, String type, Instant now) {
            tasks.stream().filter(task -> !task.hasEnded()).forEach(task -> {
                ObjectNode told = list.addObject().put("id", task.id());
                ObjectNode offsets = told.putObject("startingOffsets");
                new TreeMap<>(from).forEach(offsets::put);
                told.put("startTime", FakeSegment.written(since))
                        .put(
                                "remainingSeconds",
                                Duration.between(now, since.plus(lasting)).toSeconds())
                        .put("type", type);
                told.putObject("currentOffsets");
                told.putObject("lag");
            });
        }
    }
}
