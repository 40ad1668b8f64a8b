package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A row that a task could not read. Kept by Druid only if the spec sets {@code maxSavedParseExceptions}. */
public final class ParseError extends Answer {

    /** The error that this JSON tells. */
    public static ParseError of(JsonNode json) {
        return new ParseError(json);
    }

    ParseError(JsonNode json) {
        super(json);
    }

    /** The row as it was read. */
    public String input() {
        return text("input");
    }

    /** What is wrong with it. */
    public List<String> details() {
        List<String> details = new ArrayList<>();
        json().path("details").forEach(d -> details.add(d.asText()));
        return details;
    }
}
