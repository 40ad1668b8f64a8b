package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;

/** What becomes of the rows that a task reads, each per second. */
public final class RowRates extends Answer {

    RowRates(JsonNode json) {
        super(json);
    }

    /** Rows that become part of a segment, before rollup. */
    public double processed() {
        return json().path("processed").asDouble();
    }

    /** Bytes read. */
    public double processedBytes() {
        return json().path("processedBytes").asDouble();
    }

    /** Rows of which a part cannot be read; the rest of each is in. */
    public double processedWithError() {
        return json().path("processedWithError").asDouble();
    }

    /** Rows left out on purpose: too late, too early, or filtered. */
    public double thrownAway() {
        return json().path("thrownAway").asDouble();
    }

    /** Rows that cannot be read. */
    public double unparseable() {
        return json().path("unparseable").asDouble();
    }
}
