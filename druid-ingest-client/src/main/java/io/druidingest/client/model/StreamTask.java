package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One task of a supervisor that reads a stream. */
public final class StreamTask extends Answer {

    StreamTask(JsonNode json) {
        super(json);
    }

    /** The task, as {@code tasks().attach(id)} takes it. */
    public String id() {
        return text("id");
    }

    /** When it began to read; null if it has not yet. */
    public @Nullable Instant startTime() {
        return instantOrNull("startTime");
    }

    /** How long it may still read, or, once it publishes, until it is given up; null if Druid does not tell. */
    public @Nullable Duration remaining() {
        Long seconds = numberOrNull("remainingSeconds");
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    /** Where it began to read. */
    public Offsets startingOffsets() {
        return new Offsets(json().path("startingOffsets"));
    }

    /** What it reads next; empty before the supervisor's first look. */
    public Offsets currentOffsets() {
        return new Offsets(json().path("currentOffsets"));
    }

    /** How many messages of each of its partitions are still to be read; empty once it publishes. */
    public Map<String, Long> lag() {
        return Offsets.numbers(json().path("lag"));
    }
}
