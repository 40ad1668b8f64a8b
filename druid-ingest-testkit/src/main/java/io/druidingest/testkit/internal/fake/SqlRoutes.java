package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Queries in SQL, as lines of objects or as one list of them. */
final class SqlRoutes implements Area {

    private final SqlState sql;

    SqlRoutes(SqlState sql) {
        this.sql = sql;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/druid/v2/sql", this::query)
                .keys("query", "resultFormat", "header", "typesHeader", "sqlTypesHeader", "context", "parameters")
                .json());
    }

    private Reply query(Request request) {
        JsonNode body = request.json();
        String statement = body.path("query").asText();
        List<String> parameters = new ArrayList<>();
        body.path("parameters").forEach(p -> parameters.add(p.path("value").asText()));
        List<JsonNode> rows = sql.rows(statement, parameters);
        if (rows == null) {
            return Errors.invalidInput("this Druid is a fake, which has no rows for [" + statement
                    + "]; say them: overlord.onSql(\"..\").rows(List.of(Map.of(..)))");
        }
        return (body.path("resultFormat").asText("object").equals("objectLines") ? lines(rows) : list(rows))
                .header("X-Druid-SQL-Query-Id", body.at("/context/sqlQueryId").asText("fake"));
    }

    /** An empty line at the end says that these are all. */
    private static Reply lines(List<JsonNode> rows) {
        return Reply.of(200, "text/plain", rows.stream().map(r -> r + "\n").collect(Collectors.joining("", "", "\n")));
    }

    private static Reply list(List<JsonNode> rows) {
        return Reply.json(JsonNodeFactory.instance.arrayNode().addAll(rows));
    }
}
