package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the servers have loaded of a datasource. */
public final class ServedDataSource extends Answer {

    private ServedDataSource(JsonNode json) {
        super(json);
    }

    /** What this JSON tells. */
    public static ServedDataSource of(JsonNode json) {
        return new ServedDataSource(json);
    }

    /** The segments, each counted once however many servers have it. */
    public SegmentTotal segments() {
        return new SegmentTotal(json().path("segments"));
    }

    /** The segments on the servers of each tier. */
    public Map<String, SegmentTotal> tiers() {
        Map<String, SegmentTotal> tiers = new LinkedHashMap<>();
        json().path("tiers").properties().forEach(e -> tiers.put(e.getKey(), new SegmentTotal(e.getValue())));
        return tiers;
    }

    /** Bytes of all copies together. */
    public long replicatedSize() {
        return json().path("segments").path("replicatedSize").asLong();
    }

    /** The start of the first interval; null if Druid does not tell. */
    public @Nullable Instant minTime() {
        return new SegmentTotal(json().path("segments")).instantOrNull("minTime");
    }

    /** The end of the last interval; null if Druid does not tell. */
    public @Nullable Instant maxTime() {
        return new SegmentTotal(json().path("segments")).instantOrNull("maxTime");
    }
}
