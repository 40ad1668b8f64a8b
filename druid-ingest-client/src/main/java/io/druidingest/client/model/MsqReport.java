package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What an SQL task tells about its work. */
public final class MsqReport extends Answer {

    MsqReport(JsonNode json) {
        super(json);
    }

    /** How it stands. */
    public TaskState state() {
        return TaskState.of(status().path("status").asText());
    }

    /** How long it has run. */
    public Duration duration() {
        return Duration.ofMillis(status().path("durationMs").asLong());
    }

    /** The stages of the query, in order. */
    public List<MsqStage> stages() {
        List<MsqStage> stages = new ArrayList<>();
        json().path("stages")
                .forEach(stage -> stages.add(MsqStage.of(
                        stage,
                        json().path("counters").path(stage.path("stageNumber").asText()))));
        return stages;
    }

    /** What became of the rows: those that went into segments, and those that an external input could not read. */
    public RowStats rows() {
        List<MsqStage> stages = stages();
        return new RowStats(JsonNodeFactory.instance
                .objectNode()
                .put(
                        "processed",
                        stages.stream().mapToLong(MsqStage::rowsWritten).sum())
                .put(
                        "unparseable",
                        stages.stream().mapToLong(MsqStage::unparseable).sum()));
    }

    /** How many segments were published; empty if the task did not wait for them to be served. */
    public OptionalLong segmentsPublished() {
        JsonNode total = status().path("segmentLoadWaiterStatus").path("totalSegments");
        return total.isNumber() ? OptionalLong.of(total.asLong()) : OptionalLong.empty();
    }

    /** Druid's code for why it failed, for example {@code InsertCannotBeEmpty}; null if it did not. */
    public @Nullable String errorCode() {
        return textOf(error().path("errorCode"));
    }

    /** Why it failed, in Druid's words; null if it did not. */
    public @Nullable String errorMessage() {
        return textOf(error().path("errorMessage"));
    }

    private JsonNode status() {
        return json().path("status");
    }

    private JsonNode error() {
        return status().path("errorReport").path("error");
    }

    private static @Nullable String textOf(JsonNode value) {
        return value.isTextual() ? value.asText() : null;
    }
}
