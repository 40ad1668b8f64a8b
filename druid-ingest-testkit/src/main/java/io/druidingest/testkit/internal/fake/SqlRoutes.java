package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.druidingest.testkit.internal.fake.http.Keys;
import io.druidingest.testkit.internal.fake.http.Refusal;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Queries in SQL: rows as objects or arrays, as lines or as one list. */
final class SqlRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SQL = "/druid/v2/sql";

    static final Keys KEYS = Keys.of(
                    "query", "resultFormat", "header", "typesHeader", "sqlTypesHeader", "context", "parameters")
            .with("parameters", Keys.each(Keys.of("type", "value")));

    private final SqlState sql;

    SqlRoutes(SqlState sql) {
        this.sql = sql;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(SQL, this::query).keys(KEYS).json(),
                // every query has ended by the time that another request is answered
                Route.delete(SQL + "/{id}", r -> Reply.empty(404)));
    }

    private Reply query(Request request) {
        JsonNode body = request.json();
        String statement = body.path("query").asText();
        String id = body.at("/context/sqlQueryId").asText("fake");
        return answer(statement, parameters(body), body.path("resultFormat").asText("object"))
                .header("X-Druid-SQL-Query-Id", id);
    }

    private Reply answer(String statement, List<String> parameters, String format) {
        try {
            List<? extends JsonNode> rows = sql.rows(statement, parameters);
            return rows == null ? SqlState.noRows(statement) : shown(rows, format);
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    /** The values of the parameters of a statement, in order. */
    static List<String> parameters(JsonNode body) {
        List<String> parameters = new ArrayList<>();
        body.path("parameters").forEach(p -> parameters.add(p.path("value").asText()));
        return parameters;
    }

    /** Rows in the format that was asked for. */
    static Reply shown(List<? extends JsonNode> rows, String format) {
        List<JsonNode> shown = format.startsWith("array")
                ? rows.stream().map(SqlRoutes::values).collect(Collectors.toList())
                : List.copyOf(rows);
        return format.endsWith("Lines")
                ? lines(shown)
                : Reply.json(JSON.arrayNode().addAll(shown));
    }

    private static JsonNode values(JsonNode row) {
        ArrayNode values = JSON.arrayNode();
        row.forEach(values::add);
        return values;
    }

    /** An empty line at the end says that these are all. Druid calls them JSON. */
    private static Reply lines(List<JsonNode> rows) {
        return Reply.of(
                200, "application/json", rows.stream().map(r -> r + "\n").collect(Collectors.joining("", "", "\n")));
    }
}
