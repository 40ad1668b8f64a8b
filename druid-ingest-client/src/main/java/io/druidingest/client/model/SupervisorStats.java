package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of the rows that the tasks of a supervisor have read so far. */
public final class SupervisorStats extends Answer {

    private SupervisorStats(JsonNode json) {
        super(json);
    }

    /** The statistics that this JSON tells. */
    public static SupervisorStats of(JsonNode json) {
        return new SupervisorStats(json);
    }

    /** By the number of the task group, and then by task; empty while there are no tasks. */
    public Map<Integer, Map<String, StreamTaskStats>> byTaskGroup() {
        Map<Integer, Map<String, StreamTaskStats>> groups = new LinkedHashMap<>();
        json().properties().forEach(group -> {
            Map<String, StreamTaskStats> tasks = new LinkedHashMap<>();
            group.getValue()
                    .properties()
                    .forEach(task -> tasks.put(task.getKey(), new StreamTaskStats(task.getValue())));
            if (group.getKey().matches("\\d{1,9}")) {
                groups.put(Integer.valueOf(group.getKey()), tasks);
            }
        });
        return groups;
    }
}
