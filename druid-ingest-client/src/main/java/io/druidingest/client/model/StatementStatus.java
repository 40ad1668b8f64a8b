package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How a statement stands, and what there is of its result.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/sql-api#get-query-status">query status</a>
 */
public final class StatementStatus extends Answer {

    private StatementStatus(JsonNode json) {
        super(json);
    }

    /** The status that this JSON tells. */
    public static StatementStatus of(JsonNode json) {
        return new StatementStatus(json);
    }

    /** The statement, and its task. */
    public String id() {
        return text("queryId");
    }

    /** How it stands. */
    public StatementState state() {
        return StatementState.of(text("state"));
    }

    /** How long it ran; null while it runs. */
    public @Nullable Duration duration() {
        long millis = json().path("durationMs").asLong(-1);
        return millis < 0 ? null : Duration.ofMillis(millis);
    }

    /** The columns of the rows, in order, with their types in SQL, for example {@code VARCHAR}. */
    public Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        json().path("schema")
                .forEach(column -> columns.put(
                        column.path("name").asText(), column.path("type").asText()));
        return columns;
    }

    /** How many rows were selected or written; empty while that is not known. */
    public OptionalLong rows() {
        JsonNode rows = json().path("result").path("numTotalRows");
        return rows.isNumber() ? OptionalLong.of(rows.asLong()) : OptionalLong.empty();
    }

    /** The numbers of the pages that the rows are on; none while it runs, or if it selects nothing. */
    public List<Long> pages() {
        List<Long> pages = new ArrayList<>();
        json().path("result")
                .path("pages")
                .forEach(page -> pages.add(page.path("id").asLong()));
        return pages;
    }

    /** Why it failed, in Druid's words; null if it did not. */
    public @Nullable DruidError error() {
        JsonNode error = json().path("errorDetails");
        return error.isObject() ? DruidError.of(error) : null;
    }
}
