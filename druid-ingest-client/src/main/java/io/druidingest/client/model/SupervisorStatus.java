package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor reports of itself. What it says depends on its type: the part that only some have is told by
 * {@link #stream} and {@link #compaction}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor#status-report">supervisor status</a>
 */
public final class SupervisorStatus extends Answer {

    private SupervisorStatus(JsonNode json) {
        super(json);
    }

    /** The status that this JSON tells. */
    public static SupervisorStatus of(JsonNode json) {
        return new SupervisorStatus(json);
    }

    /** The supervisor. */
    public String id() {
        return text("id");
    }

    /** When this was so. */
    public @Nullable Instant generationTime() {
        return instantOrNull("generationTime");
    }

    /**
     * How it stands, in broad terms. RUNNING and healthy is also one that has never reached its stream: only the
     * {@link #detailedState} RUNNING means that it reads. Null for a compaction supervisor, of which
     * {@link SupervisorSummary} tells it.
     */
    public @Nullable SupervisorState state() {
        String word = payload().path("state").asText("");
        return word.isEmpty() ? null : SupervisorState.of(word);
    }

    /** What it does, in Druid's own word, for example {@code CREATING_TASKS}; null where {@link #state} is. */
    public @Nullable String detailedState() {
        JsonNode word = payload().path("detailedState");
        return word.isTextual() ? word.asText() : null;
    }

    /** Whether Druid takes it to be well; null where {@link #state} is. */
    public @Nullable Boolean healthy() {
        JsonNode healthy = payload().path("healthy");
        return healthy.isBoolean() ? healthy.asBoolean() : null;
    }

    /** Whether its spec says that it does nothing; null where {@link #state} is. */
    public @Nullable Boolean suspended() {
        JsonNode suspended = payload().path("suspended");
        return suspended.isBoolean() ? suspended.asBoolean() : null;
    }

    /** What went wrong lately, the latest last. */
    public List<SupervisorError> recentErrors() {
        List<SupervisorError> errors = new ArrayList<>();
        payload().path("recentErrors").forEach(e -> errors.add(new SupervisorError(e)));
        return errors;
    }

    /** What a supervisor of a stream tells of its tasks and offsets; null for other types. */
    public @Nullable StreamStatus stream() {
        return payload().hasNonNull("stream") ? new StreamStatus(payload()) : null;
    }

    /** How far a compaction supervisor is; null for other types. */
    public @Nullable AutoCompactionSnapshot compaction() {
        return payload().hasNonNull("scheduleStatus") ? AutoCompactionSnapshot.of(payload()) : null;
    }

    private JsonNode payload() {
        return json().path("payload");
    }
}
