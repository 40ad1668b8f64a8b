package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of the rows that one task has read so far. */
public final class StreamTaskStats extends Answer {

    StreamTaskStats(JsonNode json) {
        super(json);
    }

    /** All rows so far. */
    public RowStats totals() {
        return new RowStats(json().path("totals").path("buildSegments"));
    }

    /** Rows per second, lately: by the time over which they are averaged, {@code 1m}, {@code 5m} and {@code 15m}. */
    public Map<String, RowRates> movingAverages() {
        Map<String, RowRates> averages = new LinkedHashMap<>();
        json().path("movingAverages")
                .path("buildSegments")
                .properties()
                .forEach(e -> averages.put(e.getKey(), new RowRates(e.getValue())));
        return averages;
    }
}
