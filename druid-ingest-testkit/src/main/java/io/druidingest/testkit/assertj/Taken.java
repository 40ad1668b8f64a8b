package io.druidingest.testkit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.json.Change;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.Task;
import io.druidingest.testkit.internal.fake.TaskState;
import io.druidingest.validation.SpecValidationException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A task that was taken, beside the one that was expected. */
final class Taken {

    private static final int SHOWN = 5;

    private final String name;
    private final List<String> differences;
    private final int distance;

    private Taken(String name, List<String> differences, int distance) {
        this.name = name;
        this.differences = differences;
        this.distance = distance;
    }

    /** Lists the tasks that were taken, those first that differ in the fewest places. */
    static String list(Task expected, List<JsonNode> taken) {
        if (taken.isEmpty()) {
            return "no task was taken at all";
        }
        String shown = taken.stream()
                .map(payload -> beside(expected, payload))
                .sorted(Comparator.comparingInt(t -> t.distance))
                .limit(SHOWN)
                .map(Taken::toString)
                .collect(Collectors.joining("\n"));
        int hidden = taken.size() - SHOWN;
        return "taken, closest first:\n" + shown + (hidden > 0 ? "\n  and " + hidden + " more" : "");
    }

    private static Taken beside(Task expected, JsonNode payload) {
        String name = payload.path("id").asText();
        try {
            String json = TaskState.withoutMarks(payload.deepCopy(), expected.id() != null)
                    .toString();
            Task task = SpecJson.read(json, Task.class, SpecJson.Mode.AS_FOUND);
            if (!task.type().equals(expected.type())) {
                return new Taken(name, List.of("is of type " + task.type()), Integer.MAX_VALUE - 1);
            }
            List<Change> changes = SpecJson.diff(expected, task);
            return new Taken(name, changes.stream().map(Change::toString).collect(Collectors.toList()), changes.size());
        } catch (SpecValidationException e) {
            return new Taken(name, List.of("is no task that can be read"), Integer.MAX_VALUE);
        }
    }

    @Override
    public String toString() {
        return differences.stream()
                .map(d -> "\n      " + d)
                .collect(Collectors.joining(
                        "", "  " + name + (differences.isEmpty() ? " means the same" : " differs:"), ""));
    }
}
