package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a task tells about its work, while it runs or when it has ended. What it tells depends on its type; parts that this
 * version of the library does not know are in {@link #json}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/tasks#task-reports">task reports</a>
 */
public final class TaskReport extends Answer {

    private static final String INGESTION = "ingestionStatsAndErrors";

    private TaskReport(JsonNode json) {
        super(json);
    }

    /** The report that this JSON tells. */
    public static TaskReport of(JsonNode json) {
        return new TaskReport(json);
    }

    /** What a load tells: one report. A compaction tells one for each interval that it works on; other tasks none. */
    public List<IngestionReport> ingestions() {
        List<IngestionReport> parts = new ArrayList<>();
        json().properties().forEach(part -> {
            if (part.getKey().equals(INGESTION) || part.getKey().startsWith(INGESTION + "_")) {
                parts.add(new IngestionReport(part.getValue().path("payload")));
            }
        });
        return parts;
    }

    /** What an SQL task tells; null for others. */
    public @Nullable MsqReport multiStageQuery() {
        JsonNode payload = json().path("multiStageQuery").path("payload");
        return payload.isObject() ? new MsqReport(payload) : null;
    }

    /** What a {@code kill} task tells; null for others. */
    public @Nullable KillReport killUnusedSegments() {
        JsonNode payload = json().path("killUnusedSegments").path("payload");
        return payload.isObject() ? new KillReport(payload) : null;
    }

    /** What became of the rows, in the phase that made the segments, all parts together. All zero if it does not tell. */
    public RowStats rows() {
        MsqReport sql = multiStageQuery();
        return sql != null
                ? sql.rows()
                : RowStats.sum(ingestions().stream().map(IngestionReport::rows).collect(Collectors.toList()));
    }

    /** The rows that could not be read, as far as Druid kept them: {@code maxSavedParseExceptions} says how many. */
    public List<ParseError> parseErrors() {
        return ingestions().stream()
                .flatMap(part -> part.parseErrors().stream())
                .collect(Collectors.toList());
    }

    /** How many segments were read; empty if the task does not tell. */
    public OptionalLong segmentsRead() {
        return sum(IngestionReport::segmentsRead);
    }

    /** How many segments were published; empty if the task does not tell. */
    public OptionalLong segmentsPublished() {
        MsqReport sql = multiStageQuery();
        return sql != null ? sql.segmentsPublished() : sum(IngestionReport::segmentsPublished);
    }

    /** Why the task failed, in Druid's words; null if it did not. */
    public @Nullable String errorMessage() {
        MsqReport sql = multiStageQuery();
        return sql != null
                ? sql.errorMessage()
                : ingestions().stream()
                        .map(IngestionReport::errorMessage)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private OptionalLong sum(Function<IngestionReport, OptionalLong> number) {
        return ingestions().stream()
                .map(number)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .reduce(Long::sum);
    }
}
