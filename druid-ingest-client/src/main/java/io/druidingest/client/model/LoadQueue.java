package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What a server has yet to load and to drop. */
public final class LoadQueue extends Answer {

    private LoadQueue(JsonNode json) {
        super(json);
    }

    /** The queue that this JSON tells. */
    public static LoadQueue of(JsonNode json) {
        return new LoadQueue(json);
    }

    /** Segments. */
    public long segmentsToLoad() {
        return number("segmentsToLoad");
    }

    /** Segments. */
    public long segmentsToDrop() {
        return number("segmentsToDrop");
    }

    /** Bytes. */
    public long segmentsToLoadSize() {
        return number("segmentsToLoadSize");
    }

    /** Bytes. */
    public long segmentsToDropSize() {
        return number("segmentsToDropSize");
    }

    /** How long Druid thinks that loading them takes; zero also where it does not tell, before Druid 31. */
    public Duration expectedLoadTime() {
        return Duration.ofMillis(number("expectedLoadTimeMillis"));
    }
}
