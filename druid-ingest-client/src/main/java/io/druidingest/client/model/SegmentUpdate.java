package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;

/** What marking segments has changed. */
public final class SegmentUpdate extends Answer {

    private SegmentUpdate(JsonNode json) {
        super(json);
    }

    /** The update that this JSON tells. */
    public static SegmentUpdate of(JsonNode json) {
        return new SegmentUpdate(json);
    }

    /**
     * How many segments changed; those that were marked so before do not count, except where one is marked by itself. After
     * an answer that was lost on the way, the request is sent again, and this counts what was left to do then.
     */
    public long numChangedSegments() {
        Long changed = numberOrNull("numChangedSegments");
        return changed == null ? json().path("segmentStateChanged").asBoolean() ? 1 : 0 : changed;
    }
}
