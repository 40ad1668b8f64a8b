package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Request;
import java.time.Instant;

/**
 * A supervisor that is to submit a statement at set times. It tells when, and submits nothing, as one in a real Druid without
 * the extension for multi-stage queries, which keeps no account of what was refused.
 */
final class ScheduledSupervisor extends FakeSupervisor {

    static final String TYPE = "scheduled_batch";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final World world;
    private final Cron cron;

    /** Makes one, which does nothing yet. */
    ScheduledSupervisor(World world, SupervisorSpec spec) {
        super(world, spec);
        this.world = world;
        this.cron = Cron.of(spec.json().path("schedulerConfig"));
    }

    /**
     * Reads a spec. One that does not say what it writes is refused, as where no Broker can tell.
     *
     * @param suffix what the id ends with that is made up where none is given
     */
    static SupervisorSpec spec(Request request, String suffix) {
        JsonNode sent = request.json();
        if (!sent.path("schedulerConfig").isObject()) {
            throw new Refusal(Errors.page(request, 500, "java.lang.RuntimeException: java.lang.NullPointerException"));
        }
        Cron unused = Cron.of(sent.path("schedulerConfig"));
        String dataSource = sent.path("dataSource").asText();
        if (dataSource.isEmpty()) {
            throw new Refusal(Errors.error(
                    400,
                    "Cannot construct instance of `org.apache.druid.indexing.scheduledbatch.ScheduledBatchSupervisorSpec`"
                            + ", problem: Error getting datasource from query["
                            + sent.at("/spec/query").asText() + "]"));
        }
        String id = sent.path("id").asText(TYPE + "__" + dataSource + "__" + suffix);
        ObjectNode statement = JSON.objectNode()
                .putNull("query")
                .putNull("resultFormat")
                .put("header", false)
                .put("typesHeader", false)
                .put("sqlTypesHeader", false)
                .putNull("context")
                .putNull("parameters");
        ObjectNode json = JSON.objectNode().put("type", TYPE);
        json.set("spec", KeptSpec.filled(statement, sent.path("spec")));
        json.set("schedulerConfig", sent.path("schedulerConfig"));
        json.put("suspended", sent.path("suspended").asBoolean()).put("id", id).put("dataSource", dataSource);
        return new SupervisorSpec(id, dataSource, "", json);
    }

    @Override
    String state() {
        return spec().isSuspended() ? "SUSPENDED" : "RUNNING";
    }

    @Override
    ObjectNode payload() {
        Instant next = cron.next(world.now());
        ObjectNode payload = JSON.objectNode()
                .put("supervisorId", spec().id())
                .put("state", state())
                .putNull("lastTaskSubmittedTime")
                .put("nextTaskSubmissionTime", next == null ? null : FakeSegment.written(next));
        payload.putObject("taskReport")
                .put("totalSubmittedTasks", 0)
                .put("totalSuccessfulTasks", 0)
                .put("totalFailedTasks", 0)
                .putArray("recentTasks");
        return payload;
    }
}
