package io.druidingest.client.internal.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Druid's endpoints for tasks and for the segments they make. */
public final class Endpoints {

    /** Repeatable because the id is always ours: Druid refuses the second. */
    static final Endpoint<String> SUBMIT = Endpoint.repeatablePost(
            "/druid/indexer/v1/task", body -> Json.tree(body).path("task").asText());

    static final Endpoint<JsonNode> PAYLOAD =
            Endpoint.get("/druid/indexer/v1/task/{id}", body -> Json.tree(body).path("payload"));

    public static final Endpoint<TaskStatus> STATUS = Endpoint.get(
            "/druid/indexer/v1/task/{id}/status",
            body -> TaskStatus.of(Json.tree(body).path("status")));

    /** Ids that Druid does not know are silently left out. */
    static final Endpoint<Map<String, TaskStatus>> STATUSES =
            Endpoint.repeatablePost("/druid/indexer/v1/taskStatus", body -> {
                Map<String, TaskStatus> statuses = new HashMap<>();
                Json.tree(body).properties().forEach(e -> statuses.put(e.getKey(), TaskStatus.of(e.getValue())));
                return statuses;
            });

    public static final Endpoint<TaskReport> REPORT =
            Endpoint.get("/druid/indexer/v1/task/{id}/reports", body -> TaskReport.of(Json.tree(body)));

    public static final Endpoint<String> SHUTDOWN = Endpoint.repeatablePost(
            "/druid/indexer/v1/task/{id}/shutdown",
            body -> Json.tree(body).path("task").asText());

    /** Reads the metadata store itself; the GET beside it answers from a snapshot that may be a minute old. */
    static final Endpoint<List<String>> USED_SEGMENTS =
            Endpoint.repeatablePost("/druid/coordinator/v1/metadata/datasources/{datasource}/segments", body -> {
                List<String> ids = new ArrayList<>();
                Json.tree(body).forEach(id -> ids.add(id.asText()));
                return ids;
            });

    private Endpoints() {}
}
