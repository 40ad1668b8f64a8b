package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;

/** How many segments there are somewhere, and how large they are. */
public final class SegmentTotal extends Answer {

    SegmentTotal(JsonNode json) {
        super(json);
    }

    /** What this JSON tells. */
    public static SegmentTotal of(JsonNode json) {
        return new SegmentTotal(json);
    }

    /** Segments. */
    public long count() {
        return number(json().has("count") ? "count" : "segmentCount");
    }

    /** Bytes. */
    public long size() {
        return number("size");
    }
}
