package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A stage of an SQL task; its {@link #json} has the stage's counters of each worker in {@code counters}. */
public final class MsqStage extends Answer {

    private MsqStage(JsonNode json) {
        super(json);
    }

    static MsqStage of(JsonNode stage, JsonNode counters) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        stage.properties().forEach(e -> whole.set(e.getKey(), e.getValue()));
        return new MsqStage(counters.isObject() ? whole.set("counters", counters) : whole);
    }

    /** Its number, from 0. */
    public int stageNumber() {
        return json().path("stageNumber").asInt();
    }

    /** What it does, for example {@code scan} or {@code segmentGenerator}. */
    public String processor() {
        return json().path("definition").path("processor").path("type").asText("");
    }

    /** How far it is, in Druid's words, for example {@code READING_INPUT} or {@code FINISHED}; null before it begins. */
    public @Nullable String phase() {
        return textOrNull("phase");
    }

    /** How many workers it has. */
    public int workerCount() {
        return json().path("workerCount").asInt();
    }

    /** How long it has run; null before it begins. */
    public @Nullable Duration duration() {
        Long millis = numberOrNull("duration");
        return millis == null ? null : Duration.ofMillis(millis);
    }

    /** Rows that came in. Druid does not count those of an external input in all versions. */
    public long inputRows() {
        return rows(channel -> channel.startsWith("input"));
    }

    /** Rows that went out to the next stage. */
    public long outputRows() {
        return rows("output"::equals);
    }

    /** Rows that went into segments, before rollup. */
    public long rowsWritten() {
        return sum("segmentGenerationProgress", "rowsProcessed");
    }

    /** Rows of an external input that could not be read. */
    long unparseable() {
        long sum = 0;
        for (JsonNode worker : json().path("counters")) {
            sum += worker.path("warnings").path("CannotParseExternalData").asLong();
        }
        return sum;
    }

    private long sum(String counter, String field) {
        long sum = 0;
        for (JsonNode worker : json().path("counters")) {
            sum += worker.path(counter).path(field).asLong();
        }
        return sum;
    }

    private long rows(Predicate<String> channels) {
        long sum = 0;
        for (JsonNode worker : json().path("counters")) {
            for (Map.Entry<String, JsonNode> counter : worker.properties()) {
                if (channels.test(counter.getKey())) {
                    for (JsonNode rows : counter.getValue().path("rows")) {
                        sum += rows.asLong();
                    }
                }
            }
        }
        return sum;
    }
}
