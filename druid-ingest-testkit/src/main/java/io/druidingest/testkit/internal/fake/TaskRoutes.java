package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import java.util.List;

/** Tasks: taken, asked after, stopped. */
final class TaskRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TASK = "/druid/indexer/v1/task";

    private final World world;
    private final TaskState tasks;

    TaskRoutes(World world, TaskState tasks) {
        this.world = world;
        this.tasks = tasks;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(TASK, this::submit).json(),
                Route.get(TASK + "/{id}", this::payload),
                Route.get(TASK + "/{id}/status", this::status),
                Route.get(TASK + "/{id}/reports", this::reports),
                Route.post(TASK + "/{id}/shutdown", this::shutdown),
                Route.post("/druid/indexer/v1/taskStatus", this::statuses).json());
    }

    private Reply submit(Request request) {
        JsonNode payload = request.json();
        if (!payload.isObject()) {
            return Errors.page(request, 500, "java.lang.NullPointerException");
        }
        if (!payload.path("type").isTextual()) {
            return Errors.error(
                    400,
                    "Could not resolve subtype of [simple type, class org.apache.druid.indexing.common.task.Task]:"
                            + " missing type id property 'type'");
        }
        String id = payload.path("id")
                .asText(payload.get("type").asText() + "_" + tasks.all().size() + "_" + world.now());
        if (tasks.find(id) != null) {
            return Errors.druid(400, "entryAlreadyExists", "USER", "INVALID_INPUT", "Task[" + id + "] already exists");
        }
        return Reply.json(about(tasks.take(id, payload)));
    }

    private Reply statuses(Request request) {
        JsonNode ids = request.json();
        if (ids.isEmpty()) {
            return Errors.bare(400, "No Task IDs provided.");
        }
        ObjectNode statuses = JSON.objectNode();
        ids.forEach(id -> {
            FakeTask task = tasks.find(id.asText());
            if (task != null) {
                statuses.set(task.id(), task.shortStatus(world.now()));
            }
        });
        return Reply.json(statuses);
    }

    private Reply payload(Request request) {
        FakeTask task = task(request);
        return Reply.json(about(task).set("payload", task.payload()));
    }

    private Reply status(Request request) {
        FakeTask task = task(request);
        return Reply.json(about(task).set("status", task.status(world.now())));
    }

    private Reply reports(Request request) {
        FakeTask task = task(request);
        return task.hasEnded(world.now())
                ? Reply.json(task.report(world.now()))
                : Errors.bare(
                        404,
                        "No task reports were found for this task. The task may not exist, or it may not have"
                                + " completed yet.");
    }

    private Reply shutdown(Request request) {
        FakeTask task = task(request);
        task.shutDown(world.now());
        return Reply.json(about(task));
    }

    private static ObjectNode about(FakeTask task) {
        return JSON.objectNode().put("task", task.id());
    }

    private FakeTask task(Request request) {
        String id = request.variable("id");
        FakeTask task = tasks.find(id);
        if (task == null) {
            throw new Refusal(Errors.plain(404, "Cannot find any task with id: [" + id + "]"));
        }
        return task;
    }
}
