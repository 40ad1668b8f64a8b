package io.druidingest.client.internal.endpoint;

import static io.druidingest.client.internal.http.Service.OVERLORD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Reply;
import io.druidingest.client.model.DruidError;
import io.druidingest.client.model.ParseError;
import io.druidingest.client.model.SupervisorHealth;
import io.druidingest.client.model.SupervisorStats;
import io.druidingest.client.model.SupervisorStatus;
import io.druidingest.client.model.SupervisorSummary;
import io.druidingest.client.model.SupervisorVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Supervisors: sent, asked after, and stopped. Whatever changes one waits for a lock that all supervisors share, and
 * then for the stream and the tasks: it may take more than a minute.
 */
public final class SupervisorEndpoints {

    private static final String ALL = "/druid/indexer/v1/supervisor";
    private static final String ONE = ALL + "/{id}";
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int NOT_FOUND = 404;
    private static final int UNHEALTHY = 503;

    /**
     * Not repeatable: each one restarts the supervisor, whose tasks then stop reading and publish. And if it fails with a
     * 500, the supervisor may be gone, which has to be told at once.
     */
    public static final Endpoint<String> SUBMIT =
            Endpoint.post(OVERLORD, ALL, SupervisorEndpoints::id).taking(LONG);

    public static final Endpoint<List<String>> IDS =
            Endpoint.get(OVERLORD, ALL, reply -> list(reply.json(), JsonNode::asText));

    /** The same path, with the query parameter {@code state} or {@code system}. */
    public static final Endpoint<List<SupervisorSummary>> LIST =
            Endpoint.get(OVERLORD, ALL, reply -> list(reply.json(), SupervisorSummary::of));

    public static final Endpoint<JsonNode> SPEC = Endpoint.get(OVERLORD, ONE, Reply::json);

    public static final Endpoint<SupervisorStatus> STATUS =
            Endpoint.get(OVERLORD, ONE + "/status", reply -> SupervisorStatus.of(reply.json()));

    /** Ill health comes as a 503, and a supervisor that has no health as a 404. */
    public static final Endpoint<SupervisorHealth> HEALTH = Endpoint.get(
                    OVERLORD, ONE + "/health", SupervisorEndpoints::health)
            .answeredBy(status -> status == UNHEALTHY || status == NOT_FOUND);

    /** Druid asks each task for it. */
    public static final Endpoint<SupervisorStats> STATS = Endpoint.get(
                    OVERLORD, ONE + "/stats", reply -> SupervisorStats.of(reply.json()))
            .taking(LONG);

    /** Druid asks each task for it. */
    public static final Endpoint<List<ParseError>> PARSE_ERRORS = Endpoint.get(
                    OVERLORD, ONE + "/parseErrors", reply -> list(reply.json(), ParseError::of))
            .taking(LONG);

    public static final Endpoint<Map<String, List<SupervisorVersion>>> HISTORIES =
            Endpoint.get(OVERLORD, ALL + "/history", reply -> {
                Map<String, List<SupervisorVersion>> histories = new LinkedHashMap<>();
                reply.json()
                        .properties()
                        .forEach(e -> histories.put(e.getKey(), list(e.getValue(), SupervisorVersion::of)));
                return histories;
            });

    /** Ended supervisors have one too. */
    public static final Endpoint<List<SupervisorVersion>> HISTORY =
            Endpoint.get(OVERLORD, ONE + "/history", reply -> list(reply.json(), SupervisorVersion::of));

    /** Repeatable: the second is refused, since it is already suspended. */
    public static final Endpoint<String> SUSPEND =
            Endpoint.repeatablePost(OVERLORD, ONE + "/suspend", Reply::text).taking(LONG);

    /** Repeatable: the second is refused, since it is already running. */
    public static final Endpoint<String> RESUME =
            Endpoint.repeatablePost(OVERLORD, ONE + "/resume", Reply::text).taking(LONG);

    /** Repeatable: the second finds none. */
    public static final Endpoint<String> TERMINATE = Endpoint.repeatablePost(
                    OVERLORD, ONE + "/terminate", SupervisorEndpoints::id)
            .taking(LONG);

    public static final Endpoint<String> SUSPEND_ALL =
            Endpoint.repeatablePost(OVERLORD, ALL + "/suspendAll", Reply::text).taking(LONG);

    public static final Endpoint<String> RESUME_ALL =
            Endpoint.repeatablePost(OVERLORD, ALL + "/resumeAll", Reply::text).taking(LONG);

    public static final Endpoint<String> TERMINATE_ALL = Endpoint.repeatablePost(
                    OVERLORD, ALL + "/terminateAll", Reply::text)
            .taking(LONG);

    /** Not repeatable: what was read between the two would be left out, or read again. */
    public static final Endpoint<String> RESET =
            Endpoint.post(OVERLORD, ONE + "/reset", SupervisorEndpoints::id).taking(LONG);

    /** Not repeatable: what was read between the two would be read again. */
    public static final Endpoint<String> RESET_OFFSETS = Endpoint.post(
                    OVERLORD, ONE + "/resetOffsets", SupervisorEndpoints::id)
            .taking(LONG)
            .since(28);

    /** Not repeatable: the tasks that have come after the first would be ended too. Answers with nothing. */
    public static final Endpoint<String> HAND_OFF_TASK_GROUPS = Endpoint.post(
                    OVERLORD, ONE + "/taskGroups/handoff", Reply::text)
            .taking(LONG)
            .since(32);

    private SupervisorEndpoints() {}

    private static String id(Reply reply) throws IOException {
        return reply.json().path("id").asText();
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        List<T> list = new ArrayList<>();
        array.forEach(element -> list.add(each.apply(element)));
        return list;
    }

    /** A 503 or 404 that does not tell of health is the failure that it would be elsewhere. */
    private static SupervisorHealth health(Reply reply) throws IOException {
        String body = reply.text();
        JsonNode healthy = body.startsWith("{")
                ? Json.tree(body.getBytes(StandardCharsets.UTF_8)).path("healthy")
                : MissingNode.getInstance();
        if (healthy.isBoolean()) {
            return healthy.asBoolean() ? SupervisorHealth.HEALTHY : SupervisorHealth.UNHEALTHY;
        }
        if (reply.status() == NOT_FOUND && body.contains("not implemented")) {
            return SupervisorHealth.NOT_IMPLEMENTED;
        }
        throw new DruidHttpException(
                HEALTH.toString(), reply.status(), DruidError.of(body.getBytes(StandardCharsets.UTF_8)), null, false);
    }
}
