package io.druidingest.client.internal.endpoint;

import static io.druidingest.client.internal.http.Service.OVERLORD;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Reply;
import io.druidingest.client.model.SampleResult;
import io.druidingest.client.model.TaskLock;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.unit.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tasks: sent, asked after, and stopped. */
public final class TaskEndpoints {

    /** Repeatable because the id is always ours: Druid refuses the second. */
    public static final Endpoint<String> SUBMIT = Endpoint.repeatablePost(
            OVERLORD,
            "/druid/indexer/v1/task",
            reply -> reply.json().path("task").asText());

    public static final Endpoint<JsonNode> PAYLOAD = Endpoint.get(
            OVERLORD, "/druid/indexer/v1/task/{id}", reply -> reply.json().path("payload"));

    public static final Endpoint<TaskStatus> STATUS = Endpoint.get(
            OVERLORD,
            "/druid/indexer/v1/task/{id}/status",
            reply -> TaskStatus.of(reply.json().path("status")));

    /** Ids that Druid does not know are silently left out. */
    public static final Endpoint<Map<String, TaskStatus>> STATUSES =
            Endpoint.repeatablePost(OVERLORD, "/druid/indexer/v1/taskStatus", reply -> {
                Map<String, TaskStatus> statuses = new HashMap<>();
                reply.json().properties().forEach(e -> statuses.put(e.getKey(), TaskStatus.of(e.getValue())));
                return statuses;
            });

    public static final Endpoint<TaskReport> REPORT =
            Endpoint.get(OVERLORD, "/druid/indexer/v1/task/{id}/reports", reply -> TaskReport.of(reply.json()));

    public static final Endpoint<String> SHUTDOWN = Endpoint.repeatablePost(
            OVERLORD,
            "/druid/indexer/v1/task/{id}/shutdown",
            reply -> reply.json().path("task").asText());

    public static final Endpoint<List<TaskStatus>> LIST =
            Endpoint.get(OVERLORD, "/druid/indexer/v1/tasks", reply -> eachOnce(list(reply.json(), TaskStatus::of)));

    /** Read as a whole here; by {@link Endpoint#streamed} while it comes. */
    public static final Endpoint<String> LOG = Endpoint.get(OVERLORD, "/druid/indexer/v1/task/{id}/log", Reply::text);

    /** Repeatable because it is a question. */
    public static final Endpoint<List<Interval>> LOCKED_INTERVALS = Endpoint.repeatablePost(
                    OVERLORD,
                    "/druid/indexer/v1/lockedIntervals/v2",
                    reply -> ofAll(reply.json(), interval -> Interval.of(interval.asText())))
            .since(30);

    /** Repeatable because it is a question. */
    public static final Endpoint<List<TaskLock>> ACTIVE_LOCKS = Endpoint.repeatablePost(
                    OVERLORD,
                    "/druid/indexer/v1/activeLocks",
                    reply -> ofAll(reply.json().path("datasourceToLocks"), TaskLock::of))
            .since(32);

    /** Repeatable because it changes nothing. Druid waits for sources that it cannot reach, whatever the time-out asked for. */
    public static final Endpoint<SampleResult> SAMPLE = Endpoint.repeatablePost(
                    OVERLORD, "/druid/indexer/v1/sampler", reply -> SampleResult.of(reply.json()))
            .taking(Duration.ofMinutes(2));

    public static final Endpoint<Long> DELETE_PENDING_SEGMENTS = Endpoint.repeatableDelete(
            OVERLORD,
            "/druid/indexer/v1/pendingSegments/{datasource}",
            reply -> reply.json().path("numDeleted").asLong());

    private TaskEndpoints() {}

    private static <T> List<T> list(JsonNode json, Function<JsonNode, T> reader) {
        List<T> list = new ArrayList<>();
        json.forEach(element -> list.add(reader.apply(element)));
        return list;
    }

    /** Druid lists a task twice that ends meanwhile. Its end counts. */
    private static List<TaskStatus> eachOnce(List<TaskStatus> listed) {
        Map<String, TaskStatus> tasks = new LinkedHashMap<>();
        listed.forEach(
                task -> tasks.merge(task.id(), task, (one, other) -> one.state().isTerminal() ? one : other));
        return new ArrayList<>(tasks.values());
    }

    /** The elements of all lists in an object with one for each datasource. */
    private static <T> List<T> ofAll(JsonNode json, Function<JsonNode, T> reader) {
        List<T> all = new ArrayList<>();
        json.forEach(list -> all.addAll(list(list, reader)));
        return all;
    }
}
