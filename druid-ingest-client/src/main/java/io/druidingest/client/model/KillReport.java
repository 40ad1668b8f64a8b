package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;

/** What a {@code kill} task tells about its work. */
public final class KillReport extends Answer {

    KillReport(JsonNode json) {
        super(json);
    }

    /** How many segments were deleted for good. */
    public long numSegmentsKilled() {
        return number("numSegmentsKilled");
    }

    /** In how many batches. */
    public long numBatchesProcessed() {
        return number("numBatchesProcessed");
    }
}
