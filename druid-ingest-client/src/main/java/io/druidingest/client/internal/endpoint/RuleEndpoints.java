package io.druidingest.client.internal.endpoint;

import static io.druidingest.client.internal.http.Service.COORDINATOR;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Reply;
import io.druidingest.client.model.AuditEntry;
import io.druidingest.coordinator.RetentionRules;
import io.druidingest.json.SpecJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Retention rules. */
public final class RuleEndpoints {

    private static final String PATH = "/druid/coordinator/v1/rules";

    public static final Endpoint<Map<String, RetentionRules>> ALL = Endpoint.get(COORDINATOR, PATH, reply -> {
        Map<String, RetentionRules> rules = new LinkedHashMap<>();
        reply.json().properties().forEach(e -> rules.put(e.getKey(), rules(e.getValue())));
        return rules;
    });

    public static final Endpoint<RetentionRules> OF =
            Endpoint.get(COORDINATOR, PATH + "/{datasource}", reply -> rules(reply.json()));

    /** Repeatable because it replaces all rules there are; some versions audit the second time too. */
    public static final Endpoint<String> SET =
            Endpoint.repeatablePost(COORDINATOR, PATH + "/{datasource}", Reply::text);

    public static final Endpoint<List<AuditEntry>> HISTORY =
            Endpoint.get(COORDINATOR, PATH + "/history", RuleEndpoints::entries);

    public static final Endpoint<List<AuditEntry>> HISTORY_OF =
            Endpoint.get(COORDINATOR, PATH + "/{datasource}/history", RuleEndpoints::entries);

    private RuleEndpoints() {}

    private static RetentionRules rules(JsonNode json) {
        return SpecJson.read(json.toString(), RetentionRules.class, SpecJson.Mode.AS_FOUND);
    }

    private static List<AuditEntry> entries(Reply reply) throws IOException {
        List<AuditEntry> entries = new ArrayList<>();
        reply.json().forEach(entry -> entries.add(AuditEntry.of(entry)));
        return entries;
    }
}
