package io.druidingest.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.Time;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Task;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** The tasks of a {@link FakeOverlord}, and its answers. */
final class OverlordState extends Dispatcher {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "/druid/indexer/v1/";
    private static final Pattern TASK =
            Pattern.compile("/druid/indexer/v1/task/([^/?]+)(?:/(status|reports|shutdown))?");

    private final Time time;
    private final Map<String, FakeTask> tasks = new LinkedHashMap<>();
    private final Map<String, TaskPlan> plans = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();

    OverlordState(Time time) {
        this.time = time;
    }

    synchronized void plan(String taskType, TaskPlan plan) {
        plans.put(taskType, plan);
    }

    synchronized List<JsonNode> payloads() {
        return tasks.values().stream().map(FakeTask::payload).collect(Collectors.toList());
    }

    /** A task is told by what was built; the client adds an id and a note of its own to the context. */
    synchronized long count(Task task) {
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

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** Blocks until that many requests of this kind have come. */
    synchronized void awaitRequests(String line, int count) throws InterruptedException {
        while (requests.stream().filter(line::equals).count() < count) {
            wait();
        }
    }

    synchronized List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        String line = request.getMethod() + " " + request.getTarget();
        requests.add(line);
        notifyAll();
        boolean post = request.getMethod().equals("POST");
        String type = request.getHeaders().get("Content-Type");
        if (line.equals("POST " + BASE + "task")) {
            return isJson(type) ? submit(request) : empty(415);
        }
        if (line.equals("POST " + BASE + "taskStatus")) {
            return isJson(type) ? statuses(request) : empty(415);
        }
        Matcher m = TASK.matcher(request.getTarget());
        if (m.matches() && post == "shutdown".equals(m.group(2))) {
            return aboutTask(URLDecoder.decode(m.group(1), StandardCharsets.UTF_8), m.group(2));
        }
        unexpected.add(line);
        return empty(404);
    }

    private MockResponse submit(RecordedRequest request) {
        JsonNode payload = body(request);
        if (payload == null || !payload.isObject()) {
            return empty(500);
        }
        if (!payload.path("type").isTextual()) {
            return error(
                    400,
                    "Could not resolve subtype of [simple type, class org.apache.druid.indexing.common.task.Task]:"
                            + " missing type id property 'type'");
        }
        String type = payload.get("type").asText();
        String id = payload.path("id").asText(type + "_" + tasks.size() + "_" + time.now());
        if (tasks.containsKey(id)) {
            return json(
                    400,
                    JSON.createObjectNode()
                            .put("error", "druidException")
                            .put("errorCode", "entryAlreadyExists")
                            .put("persona", "USER")
                            .put("category", "INVALID_INPUT")
                            .put("errorMessage", "Task[" + id + "] already exists")
                            .set("context", JSON.createObjectNode()));
        }
        tasks.put(id, new FakeTask(id, payload, plans.getOrDefault(type, TaskPlan.DEFAULT), time.now()));
        return json(200, JSON.createObjectNode().put("task", id));
    }

    private MockResponse statuses(RecordedRequest request) {
        JsonNode ids = body(request);
        if (ids == null || ids.isEmpty()) {
            return text(400, "application/json", "No Task IDs provided.");
        }
        ObjectNode statuses = JSON.createObjectNode();
        ids.forEach(id -> {
            FakeTask task = tasks.get(id.asText());
            if (task != null) {
                statuses.set(task.id(), task.shortStatus(time.now()));
            }
        });
        return json(200, statuses);
    }

    private MockResponse aboutTask(String id, @Nullable String what) {
        FakeTask task = tasks.get(id);
        if (task == null) {
            return text(404, "text/plain", "Cannot find any task with id: [" + id + "]");
        }
        ObjectNode answer = JSON.createObjectNode().put("task", id);
        switch (String.valueOf(what)) {
            case "status":
                return json(200, answer.set("status", task.status(time.now())));
            case "reports":
                return task.hasEnded(time.now())
                        ? json(200, task.report(time.now()))
                        : text(
                                404,
                                "application/json",
                                "No task reports were found for this task. The task may not exist, or it may not have"
                                        + " completed yet.");
            case "shutdown":
                task.shutDown(time.now());
                return json(200, answer);
            default:
                return json(200, answer.set("payload", task.payload()));
        }
    }

    private static @Nullable JsonNode body(RecordedRequest request) {
        try {
            return request.getBody() == null
                    ? null
                    : JSON.readTree(request.getBody().utf8());
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.startsWith("application/json");
    }

    private static MockResponse error(int code, String message) {
        return json(code, JSON.createObjectNode().put("error", message));
    }

    private static MockResponse json(int code, JsonNode body) {
        return text(code, "application/json", body.toString());
    }

    private static MockResponse text(int code, String contentType, String body) {
        return new MockResponse.Builder()
                .code(code)
                .setHeader("Content-Type", contentType)
                .body(body)
                .build();
    }

    private static MockResponse empty(int code) {
        return new MockResponse.Builder().code(code).build();
    }
}
