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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Retention rules, and who changed them. They are kept and told; what they would drop stays as it is. */
final class RuleRoutes implements Area {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BASE = "/druid/coordinator/v1/rules";
    private static final String CLUSTER = "_default";

    private final AuditLog audit;
    private final Map<String, ArrayNode> rules = new TreeMap<>();

    RuleRoutes(World world) {
        this.audit = new AuditLog(world);
        rules.put(CLUSTER, JSON.arrayNode().add(readBack(JSON.objectNode().put("type", "loadForever"))));
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
        all.setAll(rules);
        return Reply.json(all);
    }

    private Reply of(Request request) {
        String dataSource = request.variable("datasource");
        ArrayNode own = JSON.arrayNode().addAll(rules.getOrDefault(dataSource, JSON.arrayNode()));
        if (request.query("full") != null && !dataSource.equals(CLUSTER)) {
            own.addAll(rules.getOrDefault(CLUSTER, JSON.arrayNode()));
        }
        return Reply.json(own);
    }

    private Reply set(Request request) {
        String dataSource = request.variable("datasource");
        JsonNode body = request.json();
        if (!body.isArray()) {
            return Errors.error(400, "Rules cannot be null.");
        }
        if (body.isEmpty() && dataSource.equals(CLUSTER)) {
            return Errors.error(400, "Cluster-level rules cannot be empty.");
        }
        ArrayNode wanted = JSON.arrayNode();
        body.forEach(rule -> wanted.add(readBack(rule)));
        if (!wanted.equals(rules.getOrDefault(dataSource, JSON.arrayNode()))) {
            rules.put(dataSource, wanted);
            audit.add(dataSource, request, wanted);
        }
        return Reply.empty(200);
    }

    /** With the defaults that Druid adds. */
    private static ObjectNode readBack(JsonNode rule) {
        ObjectNode full = rule.deepCopy();
        String type = rule.path("type").asText();
        if (type.startsWith("load")) {
            if (!full.hasNonNull("useDefaultTierForNull")) {
                full.put("useDefaultTierForNull", true);
            }
            if (!full.hasNonNull("tieredReplicants")) {
                ObjectNode replicants = full.putObject("tieredReplicants");
                if (full.path("useDefaultTierForNull").asBoolean()) {
                    replicants.put("_default_tier", 2);
                }
            }
        }
        if (type.endsWith("ByPeriod") && !type.contains("Before") && !full.hasNonNull("includeFuture")) {
            full.put("includeFuture", true);
        }
        return full;
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
