package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Keys;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import io.druidingest.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;

/** The intervals that running tasks keep locked, and what they have allocated in them. */
final class LockRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BASE = "/druid/indexer/v1/";

    private static final Keys FILTERS = Keys.each(Keys.of("datasource", "priority", "intervals", "context"));

    private final TaskState tasks;

    LockRoutes(TaskState tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(BASE + "lockedIntervals/v2", this::lockedIntervals)
                        .keys(FILTERS)
                        .json(),
                Route.post(BASE + "activeLocks", this::activeLocks)
                        .keys(FILTERS)
                        .json(),
                Route.delete(
                                BASE + "pendingSegments/{datasource}",
                                r -> Reply.json(JSON.objectNode().put("numDeleted", 0)))
                        .query("interval"));
    }

    private Reply lockedIntervals(Request request) {
        ObjectNode answer = JSON.objectNode();
        forEachLock(
                request,
                (task, interval) ->
                        answer.withArray("/" + escaped(task.dataSource())).add(interval));
        return Reply.json(answer);
    }

    private Reply activeLocks(Request request) {
        ObjectNode answer = JSON.objectNode();
        ObjectNode locks = answer.putObject("datasourceToLocks");
        forEachLock(
                request,
                (task, interval) -> locks.withArray("/" + escaped(task.dataSource()))
                        .addObject()
                        .put("type", "EXCLUSIVE")
                        .put("groupId", task.id())
                        .put("dataSource", task.dataSource())
                        .put("interval", interval)
                        .put("version", String.valueOf(task.started()))
                        .put("priority", priority(task))
                        .put("revoked", false));
        return Reply.json(answer);
    }

    /** The locks of each datasource that is asked for, of its priority or higher. */
    private void forEachLock(Request request, BiConsumer<FakeTask, String> lock) {
        JsonNode filters = request.json();
        if (filters.isObject()) {
            throw new Refusal(Errors.error(
                    400,
                    "Cannot deserialize value of type `java.util.ArrayList<org.apache.druid.metadata.LockFilterPolicy>`"
                            + " from Object value (token `JsonToken.START_OBJECT`)"));
        }
        if (filters.isEmpty()) {
            throw new Refusal(Errors.bare(400, "No filter provided"));
        }
        for (JsonNode filter : filters) {
            tasks.active().stream()
                    .filter(t -> t.state() == FakeTask.State.RUNNING)
                    .filter(t -> t.dataSource().equals(filter.path("datasource").asText()))
                    .filter(t -> priority(t) >= filter.path("priority").asInt())
                    .forEach(t -> intervals(t).stream()
                            .filter(interval -> isMeant(filter.path("intervals"), interval))
                            .forEach(interval -> lock.accept(t, interval)));
        }
    }

    private static boolean isMeant(JsonNode asked, String locked) {
        Interval lock = Interval.of(locked);
        return asked.isEmpty()
                || StreamSupport.stream(asked.spliterator(), false)
                        .map(one -> Interval.of(one.asText()))
                        .anyMatch(one -> FakeSegment.overlap(one, lock));
    }

    private static int priority(FakeTask task) {
        JsonNode priority = task.payload().path("context").path("priority");
        return priority.asInt(task.type().equals("compact") ? 25 : 50);
    }

    /** What a task says that it writes. One that does not say would have to read its input to know. */
    private static List<String> intervals(FakeTask task) {
        List<String> intervals = new ArrayList<>();
        task.payload()
                .at("/spec/dataSchema/granularitySpec/intervals")
                .forEach(interval -> intervals.add(interval.asText()));
        JsonNode own = task.payload().path("interval");
        if (own.isTextual()) {
            intervals.add(own.asText());
        }
        JsonNode compacted = task.payload().at("/ioConfig/inputSpec/interval");
        if (compacted.isTextual()) {
            intervals.add(compacted.asText());
        }
        return intervals;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
