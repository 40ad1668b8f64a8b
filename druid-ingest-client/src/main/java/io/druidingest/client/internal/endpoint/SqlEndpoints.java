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
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Queries in SQL. */
public final class SqlEndpoints {

    private static final String PATH = "/druid/v2/sql";
    private static final Endpoint<List<Map<String, @Nullable Object>>> ONCE =
            Endpoint.post(BROKER, PATH, SqlEndpoints::rows);
    private static final Endpoint<List<Map<String, @Nullable Object>>> SMALL =
            Endpoint.repeatablePost(BROKER, PATH, SqlEndpoints::rows);

    private SqlEndpoints() {}

    /** A query of any size: while one may still be running, another of the same would only add to the load. */
    public static Call<List<Map<String, @Nullable Object>>> of(String sql, Object... parameters) {
        return ONCE.callWith(body(sql, parameters));
    }

    /** A query that costs next to nothing, and may be sent again. */
    public static Call<List<Map<String, @Nullable Object>>> small(String sql, Object... parameters) {
        return SMALL.callWith(body(sql, parameters));
    }

    private static byte[] body(String sql, Object... parameters) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        // lines end with an empty one, which is how a whole answer is told from one that broke off
        body.put("query", sql).put("resultFormat", "objectLines");
        if (parameters.length > 0) {
            ArrayNode list = body.putArray("parameters");
            for (Object parameter : parameters) {
                list.addObject().put("type", sqlType(parameter)).putPOJO("value", parameter);
            }
        }
        return Json.bytes(body);
    }

    private static List<Map<String, @Nullable Object>> rows(Reply reply) throws IOException {
        byte[] body = reply.bytes();
        String text = new String(body, StandardCharsets.UTF_8);
        if (!text.equals("\n") && !text.endsWith("\n\n")) {
            throw new IOException("the answer breaks off after " + body.length + " bytes; the query failed half-way");
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String line : text.lines().toArray(String[]::new)) {
            if (!line.isEmpty()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (Map.Entry<String, JsonNode> e :
                        Json.tree(line.getBytes(StandardCharsets.UTF_8)).properties()) {
                    row.put(e.getKey(), Json.value(e.getValue()));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String sqlType(Object parameter) {
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
        if (parameter instanceof String) {
            return "VARCHAR";
        }
        throw new IllegalArgumentException(
                "a parameter is a String, Boolean, Long, Integer, Double, Float or BigDecimal," + " not a "
                        + parameter.getClass().getName());
    }
}
