package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A typed view over JSON that Druid answered. Immutable by convention; equal by content; prints as its JSON. */
public abstract class Answer {

    private final JsonNode json;

    Answer(JsonNode json) {
        this.json = json;
    }

    /** All that Druid answered. Not to be changed. */
    public final JsonNode json() {
        return json;
    }

    final String text(String field) {
        return json.path(field).asText("");
    }

    final @Nullable String textOrNull(String field) {
        JsonNode value = json.path(field);
        return value.isTextual() ? value.asText() : null;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // views of different kinds differ, and each kind is a final class
    public final boolean equals(@Nullable Object o) {
        return o != null && o.getClass() == getClass() && ((Answer) o).json.equals(json);
    }

    @Override
    public final int hashCode() {
        return json.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + json;
    }
}
