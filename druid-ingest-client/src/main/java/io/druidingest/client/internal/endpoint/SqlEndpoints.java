package io.druidingest.client.internal.endpoint;

import static io.druidingest.client.internal.http.Service.BROKER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.internal.http.Call;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Reply;
import io.druidingest.client.model.StatementStatus;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Queries in SQL, and statements that run as tasks. */
public final class SqlEndpoints {

    private static final String PATH = "/druid/v2/sql";

    /** A query of any size: while one may still be running, another of the same would only add to the load. */
    public static final Endpoint<List<Map<String, @Nullable Object>>> QUERY =
            Endpoint.post(BROKER, PATH, reply -> SqlRows.all(reply, SqlRows.AS_MAP));

    /** A query that costs next to nothing, and may be sent again. */
    public static final Endpoint<List<Map<String, @Nullable Object>>> SMALL_QUERY =
            Endpoint.repeatablePost(BROKER, PATH, reply -> SqlRows.all(reply, SqlRows.AS_MAP));

    /** Answers whether there was such a query. */
    public static final Endpoint<Boolean> CANCEL = Endpoint.repeatableDelete(
                    BROKER, PATH + "/{sqlQueryId}", reply -> reply.status() != 404)
            .answeredBy(status -> status == 404);

    /** Repeatable because the id of the query is always ours: Druid refuses the second. */
    public static final Endpoint<JsonNode> SUBMIT_TASK = Endpoint.repeatablePost(BROKER, PATH + "/task", Reply::json);

    /** Repeatable because the id of the query is always ours: Druid refuses the second. */
    public static final Endpoint<JsonNode> SUBMIT_STATEMENT =
            Endpoint.repeatablePost(BROKER, PATH + "/statements", Reply::json).since(27);

    public static final Endpoint<StatementStatus> STATEMENT = Endpoint.get(
                    BROKER, PATH + "/statements/{id}", reply -> StatementStatus.of(reply.json()))
            .since(27);

    /** One page of rows; to be streamed. */
    public static final Endpoint<Long> STATEMENT_RESULTS = Endpoint.get(
                    BROKER, PATH + "/statements/{id}/results", reply -> SqlRows.read(reply, SqlRows.AS_MAP, row -> {}))
            .since(27);

    public static final Endpoint<Integer> CANCEL_STATEMENT = Endpoint.repeatableDelete(
                    BROKER, PATH + "/statements/{id}", Reply::status)
            .since(27);

    private SqlEndpoints() {}

    /** A query that costs next to nothing, and may be sent again. */
    public static Call<List<Map<String, @Nullable Object>>> small(String sql, Object... parameters) {
        return SMALL_QUERY.callWith(Json.bytes(body(sql, Arrays.asList(parameters), Map.of())));
    }

    /**
     * What all statements are sent as.
     *
     * @throws IllegalArgumentException if a parameter is of a type that has no name in SQL
     */
    public static ObjectNode body(
            String sql, List<? extends @Nullable Object> parameters, Map<String, Object> context) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        // lines end with an empty one, which is how a whole answer is told from one that broke off
        body.put("query", sql).put("resultFormat", "objectLines");
        if (!parameters.isEmpty()) {
            ArrayNode list = body.putArray("parameters");
            for (Object parameter : parameters) {
                list.addObject().put("type", sqlType(parameter)).putPOJO("value", parameter);
            }
        }
        if (!context.isEmpty()) {
            ObjectNode target = body.putObject("context");
            context.forEach(target::putPOJO);
        }
        return body;
    }

    private static String sqlType(@Nullable Object parameter) {
        if (parameter == null || parameter instanceof String) {
            return "VARCHAR";
        }
        if (parameter instanceof Boolean) {
            return "BOOLEAN";
        }
        if (parameter instanceof Long || parameter instanceof Integer) {
            return "BIGINT";
        }
        if (parameter instanceof Double || parameter instanceof Float) {
            return "DOUBLE";
        }
        if (parameter instanceof BigDecimal) {
            return "DECIMAL";
        }
        throw new IllegalArgumentException(
                "a parameter is a String, Boolean, Long, Integer, Double, Float, BigDecimal or null, not a "
                        + parameter.getClass().getName() + "; a time is best given as its milliseconds, to"
                        + " MILLIS_TO_TIMESTAMP(?)");
    }
}
