package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What compaction would find to do. */
public final class CompactionSimulation extends Answer {

    private CompactionSimulation(JsonNode json) {
        super(json);
    }

    /** The simulation that this JSON tells. */
    public static CompactionSimulation of(JsonNode json) {
        return new CompactionSimulation(json);
    }

    /**
     * The intervals by what would become of them, in Druid's words, for example {@code PENDING} and {@code COMPLETE}: a
     * row for each, with Druid's names of columns. Values are as Druid sends them.
     */
    public Map<String, List<Map<String, JsonNode>>> compactionStates() {
        Map<String, List<Map<String, JsonNode>>> states = new LinkedHashMap<>();
        json().path("compactionStates").properties().forEach(e -> states.put(e.getKey(), rows(e.getValue())));
        return states;
    }

    private static List<Map<String, JsonNode>> rows(JsonNode table) {
        List<Map<String, JsonNode>> rows = new ArrayList<>();
        for (JsonNode cells : table.path("rows")) {
            Map<String, JsonNode> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(table.path("columnNames").path(i).asText(), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
