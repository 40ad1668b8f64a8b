package io.druidingest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Transport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks the cluster in Druid SQL. Thread-safe.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/sql-api">SQL API</a>
 */
public final class Sql {

    /** A query only reads, so it may be sent twice. */
    private static final Endpoint<List<Map<String, @Nullable Object>>> QUERY =
            Endpoint.repeatablePost("/druid/v2/sql", Sql::rows);

    private final Transport transport;

    Sql(Transport transport) {
        this.transport = transport;
    }

    /**
     * Runs a query.
     *
     * @param sql a SELECT, with {@code ?} where a parameter stands
     * @param parameters strings, booleans and numbers, in order
     * @return the rows, each with its columns in order; a value is a String, Boolean, Number, List, Map or null. Fails
     *     with {@link DruidHttpException} if Druid refuses the query, with {@link DruidTransportException} if no whole
     *     answer came
     */
    public CompletableFuture<List<Map<String, @Nullable Object>>> query(String sql, Object... parameters) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        // lines end with an empty one, which is how a whole answer is told from one that broke off
        body.put("query", sql).put("resultFormat", "objectLines");
        if (parameters.length > 0) {
            ArrayNode list = body.putArray("parameters");
            for (Object parameter : parameters) {
                list.addObject().put("type", sqlType(parameter)).putPOJO("value", parameter);
            }
        }
        return transport.send(QUERY.callWith(Json.bytes(body)));
    }

    private static List<Map<String, @Nullable Object>> rows(byte[] body) throws IOException {
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
