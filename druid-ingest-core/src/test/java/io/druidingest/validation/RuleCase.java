package io.druidingest.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.coordinator.ClusterCompactionConfig;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.coordinator.RetentionRules;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import io.druidingest.spec.Supervisor;
import io.druidingest.spec.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A document that breaks one rule and no other, from {@code src/test/resources/rules}: a good document ({@code base})
 * with some of its values set to something else. The same cases are shown to a real Druid by the test kit.
 */
final class RuleCase {

    private static final Path FOLDER = Path.of("src/test/resources/rules");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a base can be read as. */
    private static final Map<String, Function<String, List<Violation>>> KINDS = Map.of(
            "task", json -> read(json, Task.class, Task::warnings),
            "rules", json -> read(json, RetentionRules.class, RetentionRules::warnings),
            "compactionConfig", json -> read(json, CompactionConfig.class, CompactionConfig::warnings),
            "clusterCompactionConfig",
                    json -> read(json, ClusterCompactionConfig.class, ClusterCompactionConfig::warnings),
            "supervisor", json -> read(json, Supervisor.class, Supervisor::warnings));

    final String rule;
    final String path;
    final String fix;
    final JsonNode set;
    private final String kind;
    private final JsonNode document;

    private RuleCase(JsonNode json) {
        JsonNode base = parse(FOLDER.resolve("base").resolve(json.get("base").asText() + ".json"));
        this.rule = json.get("rule").asText();
        this.path = json.get("path").asText();
        this.fix = json.get("fix").asText();
        this.kind = base.get("as").asText();
        this.document = base.get("json");
        this.set = json.get("set");
        set.properties().forEach(change -> set(document, change.getKey(), change.getValue()));
    }

    /** The cases of all files, in the order of their names. */
    static Stream<RuleCase> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(f -> StreamSupport.stream(parse(f).spliterator(), false))
                    .map(RuleCase::new)
                    .collect(Collectors.toList())
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every error and warning that reading the document strictly finds. */
    List<Violation> findings() {
        return KINDS.get(kind).apply(document.toString());
    }

    private static <T extends SpecObject> List<Violation> read(
            String json, Class<T> type, Function<T, List<Violation>> warnings) {
        try {
            return warnings.apply(SpecJson.read(json, type, SpecJson.Mode.STRICT));
        } catch (SpecValidationException e) {
            return new ArrayList<>(e.violations());
        }
    }

    /** Sets a value; null takes it away. */
    private static void set(JsonNode document, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = document.at(pointer.substring(0, slash));
        String key = pointer.substring(slash + 1);
        if (parent.isArray()) {
            int index = Integer.parseInt(key);
            if (index == parent.size()) {
                ((ArrayNode) parent).add(value);
            } else {
                ((ArrayNode) parent).set(index, value);
            }
        } else if (value.isNull()) {
            ((ObjectNode) parent).remove(key);
        } else {
            ((ObjectNode) parent).set(key, value);
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return rule + " at " + path + ": " + fix;
    }
}
