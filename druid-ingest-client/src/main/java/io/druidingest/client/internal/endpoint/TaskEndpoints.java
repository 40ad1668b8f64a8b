package io.druidingest.client.internal.endpoint;

import static io.druidingest.client.internal.http.Service.OVERLORD;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskStatus;
import java.util.HashMap;
import java.util.Map;

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

    private TaskEndpoints() {}
}
