package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A row of a {@link SampleResult}. */
public final class SampledRow extends Answer {

    SampledRow(JsonNode json) {
        super(json);
    }

    /** The row as it was read, before any transform; null if not even that was possible. */
    public @Nullable JsonNode input() {
        return json().get("input");
    }

    /**
     * The row as it would be loaded, with {@code __time} in milliseconds; null if it would not be. With rollup, only the
     * first of the rows that become one has it.
     */
    public @Nullable JsonNode parsed() {
        return json().get("parsed");
    }

    /** Whether it cannot be read. */
    public boolean isUnparseable() {
        return json().path("unparseable").asBoolean();
    }

    /** Why it cannot be read; null if it can. */
    public @Nullable String error() {
        return textOrNull("error");
    }
}
