package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor that submits a statement at set times, and tells what became of that. It keeps no account of what is refused:
 * without the extension for multi-stage queries, all.
 */
final class ScheduledSupervisor extends FakeSupervisor {

    static final String TYPE = "scheduled_batch";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** So long what has been submitted is told. */
    private static final Duration RECENT = Duration.ofDays(2);

    private final World world;
    private final SqlTasks statements;
    private final List<FakeTask> submitted;
    private final Cron cron;
    private @Nullable Instant last;
    private boolean stopped;

    /**
     * Makes one, which does nothing yet.
     *
     * @param submitted the tasks that it has submitted, also before it was suspended or sent again; kept up to date
     */
    ScheduledSupervisor(World world, SqlTasks statements, SupervisorSpec spec, List<FakeTask> submitted) {
        super(world, spec);
        this.world = world;
        this.statements = statements;
        this.submitted = submitted;
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
    void start() {
        Instant next = cron.next(world.now());
        if (!spec().isSuspended() && next != null) {
            world.later(Duration.between(world.now(), next), this::run);
        }
    }

    private void run() {
        if (stopped) {
            return;
        }
        if (world.extensions().contains(Extension.MULTI_STAGE_QUERY)) {
            try {
                submitted.add(statements.submit(spec().json().path("spec")));
                last = world.now();
            } catch (Refusal refused) {
                world.tell(spec().id(), "could not submit its statement");
            }
        }
        start();
    }

    @Override
    void stop() {
        stopped = true;
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
                .put("lastTaskSubmittedTime", last == null ? null : FakeSegment.written(last))
                .put("nextTaskSubmissionTime", next == null ? null : FakeSegment.written(next));
        ArrayNode recent = payload.putObject("taskReport")
                .put("totalSubmittedTasks", submitted.size())
                .put("totalSuccessfulTasks", count(FakeTask.State.SUCCESS))
                .put("totalFailedTasks", count(FakeTask.State.FAILED))
                .putArray("recentTasks");
        submitted.forEach(task -> {
            Instant updated = Objects.requireNonNullElse(task.ended(), task.created());
            if (updated.isAfter(world.now().minus(RECENT))) {
                recent.addObject()
                        .putRawValue("taskStatus", task.shortStatus(world.now(), false))
                        .put("updatedTime", FakeSegment.written(updated));
            }
        });
        return payload;
    }

    private long count(FakeTask.State state) {
        return submitted.stream().filter(task -> task.state() == state).count();
    }
}
