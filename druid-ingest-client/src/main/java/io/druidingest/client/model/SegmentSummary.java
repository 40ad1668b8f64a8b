package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;

/** The segments of a datasource, summed up. Only those that are published and not hidden by newer ones count. */
public final class SegmentSummary extends Answer {

    private SegmentSummary(JsonNode json) {
        super(json);
    }

    /** The summary that this JSON tells. */
    public static SegmentSummary of(JsonNode json) {
        return new SegmentSummary(json);
    }

    /** The datasource. */
    public String dataSource() {
        return text("datasource");
    }

    /** Segments. */
    public long segments() {
        return number("segments");
    }

    /** Segments that no server has loaded; those that the rules let drop are among them. */
    public long unavailable() {
        return number("unavailable");
    }

    /** Bytes, each segment counted once. */
    public long size() {
        return number("size");
    }

    /** Bytes on all servers together. */
    public long replicatedSize() {
        return number("replicated_size");
    }

    /** Rows of those segments that a server has loaded, which the Broker counts a moment later; the others do not tell. */
    public long numRows() {
        return number("num_rows");
    }
}
