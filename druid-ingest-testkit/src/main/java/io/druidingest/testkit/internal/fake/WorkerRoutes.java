package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import java.util.List;

/** The one worker, whose slots all tasks run in. */
final class WorkerRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BASE = "/druid/indexer/v1/";
    private static final String WORKER = "127.0.0.1:8091";

    private final World world;
    private final TaskState tasks;
    private boolean enabled = true;

    WorkerRoutes(World world, TaskState tasks) {
        this.world = world;
        this.tasks = tasks;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(BASE + "workers", this::workers),
                Route.get(BASE + "totalWorkerCapacity", this::capacity),
                Route.post(BASE + "worker/{host}/enable", r -> enable(r, true)),
                Route.post(BASE + "worker/{host}/disable", r -> enable(r, false)));
    }

    private Reply workers(Request request) {
        ArrayNode workers = JSON.arrayNode();
        ObjectNode worker = workers.addObject();
        worker.putObject("worker")
                .put("scheme", "http")
                .put("host", WORKER)
                .put("ip", "127.0.0.1")
                .put("capacity", tasks.slots())
                .put("version", enabled ? "0" : "")
                .put("category", "_default_worker_category");
        worker.put("currCapacityUsed", tasks.running()).put("currParallelIndexCapacityUsed", 0);
        ArrayNode groups = worker.putArray("availabilityGroups");
        ArrayNode running = worker.putArray("runningTasks");
        tasks.active().stream().filter(t -> t.state() == FakeTask.State.RUNNING).forEach(task -> {
            groups.add(task.id());
            running.add(task.id());
        });
        worker.put("lastCompletedTaskTime", FakeSegment.written(world.now()));
        if (world.version() < 37) { // which leaves out what is empty
            worker.putNull("blacklistedUntil").putObject("currCapacityUsedByTaskType");
        }
        return Reply.json(workers);
    }

    private Reply capacity(Request request) {
        return Reply.json(JSON.objectNode()
                .put("currentClusterCapacity", tasks.slots())
                .put("maximumCapacityWithAutoScale", tasks.slots())
                .put("usedClusterCapacity", tasks.running()));
    }

    private Reply enable(Request request, boolean enable) {
        String host = request.variable("host");
        if (!host.equals(WORKER)) {
            return Errors.error(500, "Worker[" + host + "] is not known");
        }
        enabled = enable;
        return Reply.json(JSON.objectNode().put(host, enable ? "enabled" : "disabled"));
    }
}
