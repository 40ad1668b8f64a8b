package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;

/** What Druid's autoscaler once did. */
public final class ScalingEvent extends Answer {

    private ScalingEvent(JsonNode json) {
        super(json);
    }

    /** The event that this JSON tells. */
    public static ScalingEvent of(JsonNode json) {
        return new ScalingEvent(json);
    }

    /** What it did: {@code PROVISION} or {@code TERMINATE}. */
    public String event() {
        return text("event");
    }

    /** When, as Druid writes it. */
    public String timestamp() {
        return text("timestamp");
    }
}
