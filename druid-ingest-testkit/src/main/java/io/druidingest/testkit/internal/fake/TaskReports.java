package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a task leaves behind: its report and its log. */
final class TaskReports {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TaskReports() {}

    /** The report, which a task that reads rows has while it runs too; null if there is none. */
    static @Nullable ObjectNode report(FakeTask task) {
        switch (task.type()) {
            case "noop":
                return null;
            case "kill":
                return task.hasEnded() ? killed(task) : null;
            case "compact":
                return task.hasEnded() ? ingested(task, "_0") : null;
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
                .put("numSegmentsKilled", 0)
                .put("numBatchesProcessed", 1);
        return report;
    }

    private static ObjectNode ingested(FakeTask task, String suffix) {
        boolean done = task.state() == FakeTask.State.SUCCESS;
        ObjectNode report = JSON.objectNode();
        ObjectNode payload = report.putObject("ingestionStatsAndErrors" + suffix)
                .put("type", "ingestionStatsAndErrors")
                .put("taskId", task.id())
                .putObject("payload")
                .put("ingestionState", done ? "COMPLETED" : "BUILD_SEGMENTS");
        payload.putObject("unparseableEvents");
        payload.putObject("rowStats")
                .putObject("buildSegments")
                .put("processed", task.hasEnded() ? task.plan().rows() : 0)
                .put("processedBytes", task.hasEnded() ? task.plan().rows() * 100 : 0)
                .put("processedWithError", 0)
                .put("thrownAway", 0)
                .put("unparseable", task.hasEnded() ? task.plan().unparseable() : 0);
        payload.put("errorMsg", task.error())
                .put("segmentAvailabilityConfirmed", false)
                .put("segmentAvailabilityWaitTimeMs", 0)
                .putObject("recordsProcessed");
        payload.putNull("segmentsRead").put("segmentsPublished", task.published());
        if (task.hasEnded()) {
            report.putObject("taskContext" + suffix)
                    .put("type", "taskContext")
                    .put("taskId", task.id())
                    .set("payload", task.readBack().path("context"));
        }
        return report;
    }

    /** The log as far as it has been written; null before the task runs. */
    static @Nullable String log(FakeTask task) {
        Instant started = task.started();
        if (started == null) {
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
        return at.toString().replace("Z", "") + " " + level + " [task-runner-0-priority-0]"
                + " org.apache.druid.indexing.overlord.SingleTaskBackgroundRunner - " + text + "\n";
    }
}
