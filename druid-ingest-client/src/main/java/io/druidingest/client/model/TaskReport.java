package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a task tells about its work when it ends.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/tasks#task-reports">task reports</a>
 */
public final class TaskReport extends Answer {

    private TaskReport(JsonNode json) {
        super(json);
    }

    /** The report that this JSON tells. */
    public static TaskReport of(JsonNode json) {
        return new TaskReport(json);
    }

    /** What became of the rows, in the phase that made the segments. All zero if the task tells nothing. */
    public RowStats rows() {
        JsonNode stats = ingestion().path("rowStats");
        JsonNode phase = stats.path("buildSegments");
        return new RowStats(phase.isMissingNode() ? stats.path("totals").path("buildSegments") : phase);
    }

    /** The rows that could not be read, as far as Druid kept them: {@code maxSavedParseExceptions} says how many. */
    public List<ParseError> parseErrors() {
        List<ParseError> errors = new ArrayList<>();
        ingestion().path("unparseableEvents").forEach(phase -> phase.forEach(e -> errors.add(new ParseError(e))));
        return errors;
    }

    /** How many segments were published; empty if the task does not tell. */
    public OptionalLong segmentsPublished() {
        JsonNode published = ingestion().path("segmentsPublished");
        return published.isNumber() ? OptionalLong.of(published.asLong()) : OptionalLong.empty();
    }

    /** Why the task failed, in Druid's words; null if it did not. */
    public @Nullable String errorMessage() {
        JsonNode message = ingestion().path("errorMsg");
        return message.isTextual() ? message.asText() : null;
    }

    private JsonNode ingestion() {
        return json().path("ingestionStatsAndErrors").path("payload");
    }
}
