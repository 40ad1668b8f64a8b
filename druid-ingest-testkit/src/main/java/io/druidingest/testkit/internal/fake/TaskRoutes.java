package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.spec.Task;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Tasks: taken, asked after one by one, stopped. */
final class TaskRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BASE = "/druid/indexer/v1/";
    private static final String TASK = BASE + "task";

    private final World world;
    private final TaskState tasks;

    TaskRoutes(World world, TaskState tasks) {
        this.world = world;
        this.tasks = tasks;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(TASK, this::submit).keys(SpecKeys.of(Task.class)).json(),
                Route.get(TASK + "/{id}", this::payload),
                Route.get(TASK + "/{id}/status", this::status),
                Route.get(TASK + "/{id}/reports", this::reports),
                Route.get(TASK + "/{id}/log", this::log).query("offset"),
                Route.get(TASK + "/{id}/segments", this::segments),
                Route.post(TASK + "/{id}/shutdown", this::shutdown),
                Route.post(BASE + "taskStatus", this::statuses).json(),
                // Druid 32 and newer have this path in two places, and look in the one that has no such verb
                Route.post(BASE + "datasources/{datasource}/shutdownAllTasks", request -> Reply.empty(404)));
    }

    private Reply submit(Request request) {
        JsonNode payload = request.json();
        if (!payload.isObject()) {
            return payload.isArray()
                    ? Errors.error(
                            400,
                            "Unexpected token ("
                                    + (payload.isEmpty()
                                            ? JsonToken.END_ARRAY
                                            : payload.get(0).asToken()) + "), expected VALUE_STRING: need JSON String"
                                    + " that contains type id (for subtype of"
                                    + " org.apache.druid.indexing.common.task.Task)")
                    : Errors.page(request, 500, "java.lang.NullPointerException");
        }
        Family.TASK.check(payload, world);
        String type = payload.path("type").asText();
        if (type.startsWith("index") && !payload.path("spec").path("dataSchema").isObject()) {
            return Errors.error(
                    400,
                    "Cannot construct instance of `org.apache.druid.indexing.common.task.batch.parallel."
                            + "ParallelIndexIngestionSpec`, problem: Cannot invoke "
                            + (world.version() < 37
                                    ? "\"org.apache.druid.segment.indexing.DataSchema.getParserMap()\" because"
                                            + " \"dataSchema\" is null"
                                    : "\"org.apache.druid.indexing.common.task.batch.parallel.ParallelIndexIOConfig."
                                            + "getInputSource()\" because \"ioConfig\" is null"));
        }
        String id = payload.path("id").isTextual() ? payload.path("id").asText() : tasks.newId(payload);
        checkId(id);
        if (tasks.find(id) != null) {
            return Errors.druid(400, "entryAlreadyExists", "USER", "INVALID_INPUT", "Task[" + id + "] already exists");
        }
        int queued = tasks.queued();
        if (queued >= tasks.longestQueue()) {
            return Errors.druid(
                    429,
                    "general",
                    "ADMIN",
                    "CAPACITY_EXCEEDED",
                    "Task queue already contains [" + queued + "] tasks. Retry later or increase"
                            + " 'druid.indexer.queue.maxSize'[" + tasks.longestQueue() + "].");
        }
        return Reply.json(about(tasks.take(id, payload)));
    }

    private static void checkId(String id) {
        String problem = id.isEmpty()
                ? "must not be null"
                : id.startsWith(".")
                        ? "Value [" + id + "] cannot start with '.'."
                        : id.contains("/")
                                ? "Value [" + id + "] cannot contain '/'."
                                : id.matches(".*[\\t\\n\\r\\f].*")
                                        ? "Value [" + id
                                                + "] contains illegal whitespace characters.  Only space is allowed."
                                        : null;
        if (problem != null) {
            throw new Refusal(Errors.error(
                    400,
                    "Cannot construct instance of `org.apache.druid.indexing.common.task.AbstractTask`, problem:"
                            + " Invalid value for field [task ID]: "
                            + problem.lines().findFirst().orElse(""))); // the rest is lost with its line
        }
    }

    private Reply statuses(Request request) {
        JsonNode ids = request.json();
        if (ids.isObject() || ids.isTextual()) {
            return Errors.error(400, "Cannot deserialize value of type `java.util.HashSet<java.lang.String>`");
        }
        if (ids.isEmpty()) {
            return Errors.bare(400, "No Task IDs provided.");
        }
        ObjectNode statuses = JSON.objectNode();
        ids.forEach(id -> {
            FakeTask task = tasks.find(id.asText());
            if (task != null) {
                statuses.putRawValue(task.id(), task.shortStatus(world.now(), world.version() < 37));
            }
        });
        return Reply.json(statuses);
    }

    private Reply payload(Request request) {
        FakeTask task = task(request);
        return Reply.json(about(task).set("payload", task.readBack()));
    }

    private Reply status(Request request) {
        FakeTask task = task(request);
        return Reply.json(about(task).set("status", task.status(world.now())));
    }

    private Reply reports(Request request) {
        ObjectNode report = TaskReports.report(task(request), world.now());
        return report != null
                ? Reply.json(report)
                : Errors.bare(
                        404,
                        "No task reports were found for this task. The task may not exist, or it may not have"
                                + " completed yet.");
    }

    private Reply log(Request request) {
        String log = TaskReports.log(task(request));
        String type = "text/plain;charset=utf-8";
        if (log == null) {
            return Reply.of(
                    404,
                    type,
                    world.version() < 37
                            ? "No log was found for this task. The task may not exist, or it may not have begun running"
                                    + " yet."
                            : "No log was found for this task. No logs found for this task. Ensure that the task is"
                                    + " running and logging is configured correctly.");
        }
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        Integer offset = request.number("offset");
        int from = offset == null ? 0 : offset < 0 ? Math.max(0, bytes.length + offset) : offset;
        return Reply.of(200, type, "").body(Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length));
    }

    private Reply segments(Request request) {
        FakeTask unused = task(request);
        return Errors.error(
                404,
                "Segment IDs committed by a task action are not persisted anymore. Use the metric 'segment/added/bytes'"
                        + " to identify the segments created by a task.");
    }

    private Reply shutdown(Request request) {
        FakeTask task = task(request);
        tasks.shutDown(task);
        return Reply.json(about(task));
    }

    private static ObjectNode about(FakeTask task) {
        return JSON.objectNode().put("task", task.id());
    }

    private FakeTask task(Request request) {
        String id = request.variable("id");
        FakeTask task = tasks.find(id);
        if (task == null) {
            throw new Refusal(
                    id.startsWith(".")
                            ? Errors.page(request, 500, "Invalid value for field [task ID]")
                            : Errors.plain(404, "Cannot find any task with id: [" + id + "]"));
        }
        return task;
    }
}
