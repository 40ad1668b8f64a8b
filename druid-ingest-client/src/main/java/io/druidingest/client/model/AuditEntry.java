package io.druidingest.client.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** One change of how a cluster is set up: who made it, when and why, and what it was set to. */
public final class AuditEntry extends Audited {

    private static final JsonMapper MAPPER = new JsonMapper();

    private AuditEntry(JsonNode json) {
        super(json);
    }

    /** The entry that this JSON tells. */
    public static AuditEntry of(JsonNode json) {
        return new AuditEntry(json);
    }

    /** What was changed, for example {@code coordinator.config}, or a datasource. */
    public String key() {
        return text("key");
    }

    /** The kind of what was changed, for example {@code rules}. */
    public String type() {
        return text("type");
    }

    /** What it was set to: JSON, which Druid keeps as text, or that text if it is none. */
    public JsonNode payload() {
        JsonNode payload = json().path("payload");
        try {
            return payload.isTextual() ? MAPPER.readTree(payload.asText()) : payload;
        } catch (JsonProcessingException e) {
            return payload;
        }
    }
}
