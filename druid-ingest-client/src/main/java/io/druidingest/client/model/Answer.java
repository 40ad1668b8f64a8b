package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A typed view over JSON that Druid answered. Immutable by convention; equal by content; prints as its JSON,
 * where that holds no secrets.
 */
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

    final long number(String field) {
        return json.path(field).asLong();
    }

    final @Nullable Long numberOrNull(String field) {
        JsonNode value = json.path(field);
        return value.isNumber() ? value.asLong() : null;
    }

    final @Nullable Boolean booleanOrNull(String field) {
        JsonNode value = json.path(field);
        return value.isBoolean() ? value.asBoolean() : null;
    }

    /** Null also for a text that is no time. */
    final @Nullable Instant instantOrNull(String field) {
        String text = textOrNull(field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
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

    /** What is printed: all of it, where it holds no secrets. */
    JsonNode shown() {
        return json;
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + shown();
    }
}
