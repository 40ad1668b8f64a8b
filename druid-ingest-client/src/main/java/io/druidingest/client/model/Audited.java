package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change that Druid's audit log tells of. */
public abstract class Audited extends Answer {

    Audited(JsonNode json) {
        super(json);
    }

    /** Who says to have changed it; empty if nobody does. */
    public final String author() {
        return json().path("auditInfo").path("author").asText("");
    }

    /** Why; empty if nobody says. */
    public final String comment() {
        return json().path("auditInfo").path("comment").asText("");
    }

    /** Who was authenticated; null in versions that do not tell. */
    public final @Nullable String identity() {
        JsonNode identity = json().path("auditInfo").path("identity");
        return identity.isTextual() ? identity.asText() : null;
    }

    /** When; null if Druid does not tell. */
    public final @Nullable Instant auditTime() {
        return instantOrNull("auditTime");
    }
}
