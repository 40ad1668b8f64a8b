package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the rows that a task read. */
public final class RowStats extends Answer {

    /** Of a task that does not tell. */
    static final RowStats NONE = new RowStats(JsonNodeFactory.instance.objectNode());

    RowStats(JsonNode json) {
        super(json);
    }

    /** All of them together. */
    static RowStats sum(List<RowStats> parts) {
        ObjectNode sum = JsonNodeFactory.instance.objectNode();
        parts.forEach(part -> add(sum, part.json()));
        return new RowStats(sum);
    }

    private static void add(ObjectNode sum, JsonNode part) {
        part.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                add(sum.withObjectProperty(field.getKey()), field.getValue());
            } else {
                sum.put(
                        field.getKey(),
                        sum.path(field.getKey()).asLong() + field.getValue().asLong());
            }
        });
    }

    /** Rows that became part of a segment, before rollup. */
    public long processed() {
        return number("processed");
    }

    /** Bytes read. */
    public long processedBytes() {
        return number("processedBytes");
    }

    /** Rows of which a part could not be read; the rest of each is in. */
    public long processedWithError() {
        return number("processedWithError");
    }

    /** Rows left out on purpose: outside the intervals, or filtered. */
    public long thrownAway() {
        return number("thrownAway");
    }

    /** The same by Druid's word for the reason; empty before Druid 37. */
    public Map<String, Long> thrownAwayByReason() {
        Map<String, Long> reasons = new LinkedHashMap<>();
        json().path("thrownAwayByReason")
                .properties()
                .forEach(e -> reasons.put(e.getKey(), e.getValue().asLong()));
        return reasons;
    }

    /** Rows that could not be read. */
    public long unparseable() {
        return number("unparseable");
    }

    /** Rows that are in, wholly or in part. */
    public long loaded() {
        return processed() + processedWithError();
    }

    /** Rows that were read, whatever became of them. */
    public long read() {
        return loaded() + thrownAway() + unparseable();
    }
}
