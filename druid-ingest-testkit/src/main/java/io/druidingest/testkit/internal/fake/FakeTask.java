package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.TaskPlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One task. What it is at a time follows from its plan; nothing happens in between. */
final class FakeTask {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String id;
    private final JsonNode payload;
    private final TaskPlan plan;
    private final Instant created;
    private @Nullable Instant shutDown;

    FakeTask(String id, JsonNode payload, TaskPlan plan, Instant created) {
        this.id = id;
        this.payload = payload;
        this.plan = plan;
        this.created = created;
    }

    String id() {
        return id;
    }

    JsonNode payload() {
        return payload;
    }

    /** Stops it; one that has ended stays as it is. */
    void shutDown(Instant now) {
        if (!hasEnded(now)) {
            shutDown = now;
        }
    }

    boolean hasEnded(Instant now) {
        return shutDown != null || (plan.ends() && !now.isBefore(end()));
    }

    private Instant end() {
        return created.plus(plan.pending()).plus(plan.running());
    }

    private boolean isPending(Instant now) {
        return now.isBefore(created.plus(plan.pending()));
    }

    private String state(Instant now) {
        if (!hasEnded(now)) {
            return "RUNNING";
        }
        return shutDown == null && plan.failure() == null ? "SUCCESS" : "FAILED";
    }

    private @Nullable String error(Instant now) {
        return shutDown != null ? "Shutdown request from user" : hasEnded(now) ? plan.failure() : null;
    }

    private long duration(Instant now) {
        return hasEnded(now) && shutDown == null ? plan.running().toMillis() : -1;
    }

    /** The answer about one task. */
    ObjectNode status(Instant now) {
        String state = state(now);
        ObjectNode status = JSON.objectNode()
                .put("id", id)
                .put("groupId", id)
                .put("type", payload.path("type").asText())
                .put("createdTime", created.toString())
                .put("queueInsertionTime", "1970-01-01T00:00:00.000Z")
                .put("statusCode", state)
                .put("status", state)
                // Druid's runner has forgotten a task that has ended, and a forgotten one looks as if it were waiting
                .put("runnerStatusCode", hasEnded(now) ? "WAITING" : isPending(now) ? "PENDING" : "RUNNING")
                .put("duration", duration(now));
        status.set("location", location(now));
        return status.put("dataSource", dataSource()).put("errorMsg", error(now));
    }

    /** The answer among those about many tasks. */
    ObjectNode shortStatus(Instant now) {
        ObjectNode status = JSON.objectNode()
                .put("id", id)
                .put("status", state(now))
                .put("duration", duration(now))
                .put("errorMsg", error(now));
        status.set("location", location(now));
        return status;
    }

    /** The report, which Druid has once the task has ended. */
    ObjectNode report(Instant now) {
        ObjectNode rows = JSON.objectNode()
                .put("processed", plan.rows())
                .put("processedBytes", plan.rows() * 100)
                .put("processedWithError", 0)
                .put("thrownAway", 0)
                .put("unparseable", plan.unparseable());
        ObjectNode ingestion =
                JSON.objectNode().put("type", "ingestionStatsAndErrors").put("taskId", id);
        ObjectNode body = ingestion.putObject("payload").put("ingestionState", "COMPLETED");
        body.putObject("unparseableEvents");
        body.putObject("rowStats").set("buildSegments", rows);
        body.put("errorMsg", error(now))
                .put("segmentAvailabilityConfirmed", false)
                .put("segmentAvailabilityWaitTimeMs", 0)
                .put("segmentsPublished", state(now).equals("SUCCESS") && plan.rows() > 0 ? 1 : 0);
        ObjectNode report = JSON.objectNode();
        report.set("ingestionStatsAndErrors", ingestion);
        return report;
    }

    private String dataSource() {
        JsonNode inSpec = payload.path("spec").path("dataSchema").path("dataSource");
        return inSpec.isTextual() ? inSpec.asText() : payload.path("dataSource").asText("none");
    }

    private ObjectNode location(Instant now) {
        boolean placed = !isPending(now) && shutDown == null;
        return JSON.objectNode()
                .put("host", placed ? "127.0.0.1" : null)
                .put("port", placed ? 8100 : -1)
                .put("tlsPort", -1);
    }
}
