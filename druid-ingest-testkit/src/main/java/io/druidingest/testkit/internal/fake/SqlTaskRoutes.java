package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Handler;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Statements that run as tasks: taken, asked after, cancelled, and their rows fetched; if there are multi-stage queries. */
final class SqlTaskRoutes implements Area {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TASK = "/druid/v2/sql/task";
    private static final String STATEMENTS = "/druid/v2/sql/statements";
    private static final String STATEMENT = STATEMENTS + "/{id}";

    private final World world;
    private final SqlTasks statements;

    SqlTaskRoutes(World world, SqlTasks statements) {
        this.world = world;
        this.statements = statements;
    }

    @Override
    public List<Route> routes() {
        if (!world.extensions().contains(Extension.MULTI_STAGE_QUERY)) {
            // these are ids of queries then, which can only be cancelled
            return List.of(
                    Route.post(TASK, r -> Reply.empty(405)),
                    Route.post(STATEMENTS, r -> Reply.empty(405)),
                    Route.get(STATEMENT, r -> Reply.empty(404)),
                    Route.delete(STATEMENT, r -> Reply.empty(404)));
        }
        return List.of(
                Route.post(TASK, this::submit).keys(SqlRoutes.KEYS).json(),
                Route.get(
                        TASK + "/enabled",
                        r -> Reply.json(JSON.createObjectNode().put("enabled", true))),
                Route.post(STATEMENTS, this::submitStatement)
                        .keys(SqlRoutes.KEYS)
                        .json(),
                Route.get(STATEMENT, about(task -> Reply.json(statements.status(task))))
                        .query("detail"),
                Route.get(STATEMENT + "/results", this::results).query("page", "resultFormat", "filename"),
                Route.delete(STATEMENT, about(task -> Reply.emptyJson(statements.cancel(task) ? 202 : 200))));
    }

    private Reply submit(Request request) {
        String queryId = statements.queryId(request.json());
        try {
            FakeTask task = statements.submit(request.json(), queryId);
            return Reply.json(
                    202, JSON.createObjectNode().put("taskId", task.id()).put("state", "RUNNING"));
        } catch (Refusal refusal) {
            ObjectNode answer = JSON.createObjectNode().put("taskId", queryId).put("state", "FAILED");
            answer.set("error", json(refusal.reply()));
            return Reply.json(refusal.reply().status(), answer);
        }
    }

    private static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(new String(reply.body(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply submitStatement(Request request) {
        String mode = request.json().at("/context/executionMode").asText();
        String wanted = "Please set [executionMode] to [ASYNC] in the query context";
        if (mode.isEmpty()) {
            return Errors.invalidInput("Execution mode is not provided to the sql statement api. " + wanted);
        }
        if (!mode.equals("ASYNC")) {
            return Errors.invalidInput("The sql statement api currently does not support the provided execution mode ["
                    + mode + "]. " + wanted);
        }
        ObjectNode status = statements.status(statements.submit(request.json()));
        return Reply.json(status.put("state", "ACCEPTED"));
    }

    private Reply results(Request request) {
        FakeTask task = task(request);
        Integer page = request.number("page");
        if (page != null && page < 0) {
            return Errors.druid(
                    400, "general", "USER", "INVALID_INPUT", "Page cannot be negative. Please pass a positive number.");
        }
        String query = "Query[" + task.id() + "] ";
        if (!task.hasEnded()) {
            return Errors.druid(
                    400,
                    "general",
                    "USER",
                    "INVALID_INPUT",
                    query + "is currently in [RUNNING] state. Please wait for it to complete.");
        }
        if (task.state() == FakeTask.State.FAILED) {
            return Errors.druid(
                    400, "general", "USER", "INVALID_INPUT", query + "failed. Check the status api for more details.");
        }
        List<? extends JsonNode> rows = statements.rows(task);
        if (rows == null) {
            return Reply.emptyJson(200);
        }
        if (page != null && page > 0) {
            return Errors.invalidInput("Page number [" + page + "] is out of the range of results");
        }
        String format = request.query("resultFormat");
        return SqlRoutes.shown(rows, format == null ? "object" : format);
    }

    private Handler about(Function<FakeTask, Reply> what) {
        return request -> what.apply(task(request));
    }

    private FakeTask task(Request request) {
        String id = request.variable("id");
        FakeTask task = statements.find(id);
        if (task == null) {
            throw new Refusal(
                    Errors.notFound("Query [" + id + "] was not found. The query details are no longer present or"
                            + " might not be of the type [query_controller]. Verify that the id is correct."));
        }
        return task;
    }
}
