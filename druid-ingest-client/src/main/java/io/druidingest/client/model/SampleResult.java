package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Druid reads of an input, and makes of it, without loading it. */
public final class SampleResult extends Answer {

    private SampleResult(JsonNode json) {
        super(json);
    }

    /** The result that this JSON tells. */
    public static SampleResult of(JsonNode json) {
        return new SampleResult(json);
    }

    /** How many rows were read. */
    public long numRowsRead() {
        return number("numRowsRead");
    }

    /** How many of them would be loaded: the rest is filtered, or cannot be read. */
    public long numRowsIndexed() {
        return number("numRowsIndexed");
    }

    /** The columns that the datasource would have, and Druid's types of them, in order: {@code __time} is {@code LONG}. */
    public Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        json().path("logicalSegmentSchema")
                .forEach(
                        c -> columns.put(c.path("name").asText(), c.path("type").asText()));
        return columns;
    }

    /** The rows, in the order of the input. */
    public List<SampledRow> rows() {
        List<SampledRow> rows = new ArrayList<>();
        json().path("data").forEach(row -> rows.add(new SampledRow(row)));
        return rows;
    }
}
