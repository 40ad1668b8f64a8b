package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that went wrong in a supervisor. Druid keeps the last few. */
public final class SupervisorError extends Answer {

    SupervisorError(JsonNode json) {
        super(json);
    }

    /** When it was. */
    public @Nullable Instant timestamp() {
        return instantOrNull("timestamp");
    }

    /** The Java class of the exception in Druid. */
    public String exceptionClass() {
        return text("exceptionClass");
    }

    /** What it says; empty if it says nothing. */
    public String message() {
        return text("message");
    }

    /** Whether it came from the stream, as when that cannot be reached. */
    public boolean streamException() {
        return json().path("streamException").asBoolean();
    }
}
