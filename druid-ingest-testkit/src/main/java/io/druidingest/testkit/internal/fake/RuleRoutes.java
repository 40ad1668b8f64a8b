package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.coordinator.RetentionRules;
import io.druidingest.testkit.internal.fake.http.Errors;
import io.druidingest.testkit.internal.fake.http.Reply;
import io.druidingest.testkit.internal.fake.http.Request;
import io.druidingest.testkit.internal.fake.http.Route;
import java.util.List;
import java.util.function.Predicate;

/** Retention rules, and who changed them. */
final class RuleRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BASE = "/druid/coordinator/v1/rules";

    private final AuditLog audit;
    private final RuleState rules;

    RuleRoutes(World world, RuleState rules) {
        this.audit = new AuditLog(world);
        this.rules = rules;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(BASE, request -> all()),
                Route.get(BASE + "/history", request -> history(request, entry -> true))
                        .query("interval", "count"),
                Route.get(BASE + "/{datasource}", this::of).query("full"),
                Route.post(BASE + "/{datasource}", this::set)
                        .keys(SpecKeys.of(RetentionRules.class))
                        .json(),
                Route.get(
                                BASE + "/{datasource}/history",
                                request -> history(request, entry -> entry.key.equals(request.variable("datasource"))))
                        .query("interval", "count"));
    }

    private Reply all() {
        ObjectNode all = JSON.objectNode();
        all.setAll(rules.all());
        return Reply.json(all);
    }

    private Reply of(Request request) {
        String dataSource = request.variable("datasource");
        return Reply.json(request.query("full") == null ? rules.own(dataSource) : rules.effective(dataSource));
    }

    private Reply set(Request request) {
        String dataSource = request.variable("datasource");
        JsonNode body = request.json();
        if (!body.isArray()) {
            return Errors.error(400, "Rules cannot be null.");
        }
        if (body.isEmpty() && dataSource.equals(RuleState.CLUSTER)) {
            return Errors.error(400, "Cluster-level rules cannot be empty.");
        }
        ArrayNode changed = rules.set(dataSource, body);
        if (changed != null) {
            audit.add(dataSource, request, changed);
        }
        return Reply.empty(200);
    }

    private Reply history(Request request, Predicate<AuditLog.Entry> which) {
        ArrayNode told = JSON.arrayNode();
        for (AuditLog.Entry entry : audit.asked(request, which)) {
            ObjectNode json = told.addObject().put("key", entry.key).put("type", "rules");
            json.set("auditInfo", entry.info);
            json.putNull("request")
                    .put("payload", entry.payload.toString())
                    .put("auditTime", FakeSegment.written(entry.at));
        }
        return Reply.json(told);
    }
}
