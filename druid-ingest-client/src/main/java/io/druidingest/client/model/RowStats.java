package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of the rows that a task read. */
public final class RowStats extends Answer {

    RowStats(JsonNode json) {
        super(json);
    }

    /** Rows that became part of a segment, before rollup. */
    public long processed() {
        return json().path("processed").asLong();
    }

    /** Bytes read. */
    public long processedBytes() {
        return json().path("processedBytes").asLong();
    }

    /** Rows of which a part could not be read; the rest of each is in. */
    public long processedWithError() {
        return json().path("processedWithError").asLong();
    }

    /** Rows left out on purpose: outside the intervals, or filtered. */
    public long thrownAway() {
        return json().path("thrownAway").asLong();
    }

    /** Rows that could not be read. */
    public long unparseable() {
        return json().path("unparseable").asLong();
    }
}
