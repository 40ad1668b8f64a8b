package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Task;
import io.druidingest.testkit.TaskPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tasks that were taken, and what is to become of those to come. */
public final class TaskState {

    private final World world;
    private final Map<String, FakeTask> tasks = new LinkedHashMap<>();
    private final Map<String, TaskPlan> plans = new HashMap<>();

    TaskState(World world) {
        this.world = world;
    }

    @Nullable TaskPlan plan(String taskType, TaskPlan plan) {
        return plans.put(taskType, plan);
    }

    /** Takes a task, whose id is not taken yet. */
    FakeTask take(String id, JsonNode payload) {
        FakeTask task = new FakeTask(
                id, payload, plans.getOrDefault(payload.path("type").asText(), TaskPlan.DEFAULT), world.now());
        tasks.put(id, task);
        return task;
    }

    @Nullable FakeTask find(String id) {
        return tasks.get(id);
    }

    /** All tasks, in the order in which they came. */
    List<FakeTask> all() {
        return new ArrayList<>(tasks.values());
    }

    /** All tasks as they were sent, in the order in which they came. */
    public List<JsonNode> payloads() {
        return tasks.values().stream().map(FakeTask::payload).collect(Collectors.toList());
    }

    /** How many there are of a task, told by what was built: the client adds an id, and a note of its own to the context. */
    public long count(Task task) {
        JsonNode wanted = withoutMarks(SpecJson.tree(task), task.id() != null);
        return tasks.values().stream()
                .filter(t ->
                        withoutMarks(t.payload().deepCopy(), task.id() != null).equals(wanted))
                .count();
    }

    private static JsonNode withoutMarks(JsonNode payload, boolean keepId) {
        ObjectNode task = (ObjectNode) payload;
        if (!keepId) {
            task.remove("id");
        }
        JsonNode context = task.path("context");
        if (context.isObject()) {
            ((ObjectNode) context).remove("druidIngestFingerprint");
            if (context.isEmpty()) {
                task.remove("context");
            }
        }
        return task;
    }
}
