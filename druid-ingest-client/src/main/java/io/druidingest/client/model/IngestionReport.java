package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a load tells about its work, and a compaction about each of its parts. */
public final class IngestionReport extends Answer {

    private static final String BUILD_SEGMENTS = "buildSegments";

    IngestionReport(JsonNode json) {
        super(json);
    }

    /**
     * How far it is, in Druid's words: {@code NOT_STARTED}, {@code DETERMINE_PARTITIONS}, {@code BUILD_SEGMENTS},
     * {@code SEGMENT_AVAILABILITY_WAIT}, {@code COMPLETED}.
     */
    public String ingestionState() {
        return text("ingestionState");
    }

    /** What became of the rows, in the phase that made the segments. All zero if it does not tell. */
    public RowStats rows() {
        RowStats rows = rowsByPhase().get(BUILD_SEGMENTS);
        return rows == null ? RowStats.NONE : rows;
    }

    /** What became of the rows in each phase that there was: {@code determinePartitions}, {@code buildSegments}. */
    public Map<String, RowStats> rowsByPhase() {
        JsonNode stats = json().path("rowStats");
        JsonNode phases = stats.has("totals") ? stats.path("totals") : stats; // streams and sub-tasks have both
        Map<String, RowStats> rows = new LinkedHashMap<>();
        phases.properties().forEach(e -> rows.put(e.getKey(), new RowStats(e.getValue())));
        rows.remove("movingAverages");
        return rows;
    }

    /**
     * How many rows a second became part of a segment, by the time that is averaged over: {@code 1m}, {@code 5m},
     * {@code 15m}. Only of a task that runs.
     */
    public Map<String, Double> movingAverages() {
        Map<String, Double> averages = new LinkedHashMap<>();
        json().path("rowStats")
                .path("movingAverages")
                .path(BUILD_SEGMENTS)
                .properties()
                .forEach(e ->
                        averages.put(e.getKey(), e.getValue().path("processed").asDouble()));
        return averages;
    }

    /** The rows that could not be read, as far as Druid kept them: {@code maxSavedParseExceptions} says how many. */
    public List<ParseError> parseErrors() {
        List<ParseError> errors = new ArrayList<>();
        json().path("unparseableEvents").forEach(phase -> phase.forEach(e -> errors.add(new ParseError(e))));
        return errors;
    }

    /** How many segments were read; empty if it does not tell, or reads none. */
    public OptionalLong segmentsRead() {
        return counted("segmentsRead");
    }

    /** How many segments were published; empty if it does not tell. */
    public OptionalLong segmentsPublished() {
        return counted("segmentsPublished");
    }

    /** Whether the task itself has seen its segments served; only where the spec asks it to wait for that. */
    public boolean isSegmentAvailabilityConfirmed() {
        return json().path("segmentAvailabilityConfirmed").asBoolean();
    }

    /** How long the task waited for that. */
    public Duration segmentAvailabilityWaitTime() {
        return Duration.ofMillis(json().path("segmentAvailabilityWaitTimeMs").asLong());
    }

    /** How many records were read of each partition of a stream; empty for other inputs. */
    public Map<String, Long> recordsProcessed() {
        Map<String, Long> records = new LinkedHashMap<>();
        json().path("recordsProcessed")
                .properties()
                .forEach(e -> records.put(e.getKey(), e.getValue().asLong()));
        return records;
    }

    /** Why it failed, in Druid's words; null if it did not. */
    public @Nullable String errorMessage() {
        return textOrNull("errorMsg");
    }

    private OptionalLong counted(String field) {
        JsonNode value = json().path(field);
        return value.isNumber() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
    }
}
