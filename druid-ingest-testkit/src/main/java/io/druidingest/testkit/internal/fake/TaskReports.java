package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a task leaves behind: its report and its log. */
final class TaskReports {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TaskReports() {}

    /** The report, which a task that reads rows has while it runs too; null if there is none. */
    static @Nullable ObjectNode report(FakeTask task, Instant now) {
        switch (task.type()) {
            case "noop":
                return null;
            case "kill":
                return task.hasEnded() ? killed(task) : null;
            case "compact":
                return task.hasEnded() ? ingested(task, "_0") : null;
            case SqlTasks.TYPE:
                return task.started() == null ? null : SqlTasks.report(task, now);
            default:
                return task.started() == null && !task.hasEnded() ? null : ingested(task, "");
        }
    }

    private static ObjectNode killed(FakeTask task) {
        ObjectNode report = JSON.objectNode();
        report.putObject("killUnusedSegments")
                .put("type", "killUnusedSegments")
                .put("taskId", task.id())
                .putObject("payload")
                .put("numSegmentsKilled", task.killed())
                .put("numBatchesProcessed", 1);
        return report;
    }

    private static ObjectNode ingested(FakeTask task, String suffix) {
        boolean done = task.state() == FakeTask.State.SUCCESS;
        boolean compacts = task.type().equals("compact");
        // to know its intervals, or how to part its rows, it reads them all once more before
        boolean readsTwice = !compacts && determinesPartitions(task);
        ObjectNode report = JSON.objectNode();
        ObjectNode payload = report.putObject("ingestionStatsAndErrors" + suffix)
                .put("type", "ingestionStatsAndErrors")
                .put("taskId", task.id())
                .putObject("payload")
                .put("ingestionState", done ? "COMPLETED" : readsTwice ? "DETERMINE_PARTITIONS" : "BUILD_SEGMENTS");
        events(task, payload.putObject("unparseableEvents"), readsTwice, done);
        ObjectNode stats = payload.putObject("rowStats");
        boolean ended = task.hasEnded();
        counts(task, stats.putObject("determinePartitions"), ended && readsTwice);
        counts(task, stats.putObject("buildSegments"), ended && (done || !readsTwice));
        payload.put("errorMsg", task.error())
                .put("segmentAvailabilityConfirmed", false)
                .put("segmentAvailabilityWaitTimeMs", 0)
                .putObject("recordsProcessed");
        if (done && compacts) {
            payload.put("segmentsRead", task.segmentsRead());
        }
        if (done) {
            payload.put("segmentsPublished", task.published());
        }
        if (ended) {
            ObjectNode context = (ObjectNode) task.readBack().path("context");
            if (compacts) { // it is that of the task within
                context.put("appenderatorTrackingTaskId", task.id())
                        .put("lookupLoadingMode", "NONE")
                        .put("storeCompactionState", true)
                        .put("priority", 25);
            }
            report.putObject("taskContext" + suffix)
                    .put("type", "taskContext")
                    .put("taskId", task.id())
                    .set("payload", context);
        }
        return report;
    }

    private static boolean determinesPartitions(FakeTask task) {
        JsonNode spec = task.payload().path("spec");
        String partitions = spec.at("/tuningConfig/partitionsSpec/type").asText("dynamic");
        return spec.at("/dataSchema/granularitySpec/intervals").isEmpty() || !partitions.equals("dynamic");
    }

    private static void counts(FakeTask task, ObjectNode counts, boolean read) {
        TaskInput input = read ? task.input() : TaskInput.of(0, 0, 0);
        counts.put("processed", input.rows())
                .put("processedBytes", input.bytes())
                .put("processedWithError", 0)
                .put("thrownAway", input.thrownAway());
        if (task.version() >= 37) {
            counts.putObject("thrownAwayByReason");
        }
        counts.put("unparseable", input.unparseable());
    }

    /** The rows that could not be read, if it was told to save some. */
    private static void events(FakeTask task, ObjectNode events, boolean readsTwice, boolean done) {
        long most =
                task.payload().at("/spec/tuningConfig/maxSavedParseExceptions").asLong();
        long count = Math.min(most, task.input().unparseable());
        Instant ended = task.ended();
        if (count == 0 || ended == null) {
            return;
        }
        saved(events.putArray("determinePartitions"), readsTwice ? count : 0, ended);
        saved(events.putArray("buildSegments"), done || !readsTwice ? count : 0, ended);
    }

    private static void saved(ArrayNode events, long count, Instant at) {
        for (int i = 0; i < count; i++) {
            ObjectNode event = events.addObject().put("input", "row " + i).put("errorType", "unparseable");
            event.putArray("details").add("Unable to parse row [row " + i + "]");
            event.put("timeOfExceptionMillis", at.toEpochMilli());
        }
    }

    /** The log as far as it has been written; null before the task runs, or if it leaves none. */
    static @Nullable String log(FakeTask task) {
        Instant started = task.started();
        if (started == null || !task.plan().keepsLog()) {
            return null;
        }
        StringBuilder log = new StringBuilder(line(started, "INFO", "Running task: " + task.id()));
        Instant ended = task.ended();
        if (ended != null) {
            String error = task.error();
            if (error != null) {
                log.append(line(ended, "ERROR", error));
            }
            log.append(line(ended, "INFO", "Task completed with status: " + task.state()));
        }
        return log.toString();
    }

    private static String line(Instant at, String level, String text) {
        return FakeSegment.written(at).replace("Z", "") + " " + level + " [task-runner-0-priority-0]"
                + " org.apache.druid.indexing.overlord.SingleTaskBackgroundRunner - " + text + "\n";
    }
}
