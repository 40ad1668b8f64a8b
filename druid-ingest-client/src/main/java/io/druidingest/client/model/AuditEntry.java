package io.druidingest.client.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One change of how a cluster is set up: who made it, when and why, and what it was set to. */
public final class AuditEntry extends Answer {

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

    /** Who says to have changed it; empty if nobody does. */
    public String author() {
        return json().path("auditInfo").path("author").asText("");
    }

    /** Why; empty if nobody says. */
    public String comment() {
        return json().path("auditInfo").path("comment").asText("");
    }

    /** Who was authenticated; null in versions that do not tell. */
    public @Nullable String identity() {
        JsonNode identity = json().path("auditInfo").path("identity");
        return identity.isTextual() ? identity.asText() : null;
    }

    /** When; null if Druid does not tell. */
    public @Nullable Instant auditTime() {
        return instantOrNull("auditTime");
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
