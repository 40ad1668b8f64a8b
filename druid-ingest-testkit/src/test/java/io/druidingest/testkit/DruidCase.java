package io.druidingest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A document that breaks one rule, and what Druid makes of it. The library is held to the same files by its own tests:
 * {@code druid-ingest-core/src/test/resources/rules}.
 */
final class DruidCase {

    /** What Druid makes of it. */
    enum Outcome {
        /** Answers with 400. */
        REFUSES,
        /** Takes the task, which then fails. */
        FAILS,
        /** Takes it and does not do what it says: the value that was written is not the one it works with. */
        MISREADS,
        /** Takes it, and it is regretted later. */
        ACCEPTS,
        /** The jars of its type are not to be had. */
        UNSHOWN
    }

    private static final Path FOLDER = Path.of("../druid-ingest-core/src/test/resources/rules");
    private static final ObjectMapper JSON = new ObjectMapper();

    final String rule;
    final String kind;
    final ObjectNode document;
    final Outcome outcome;
    final String reason;

    /** What was set, by JSON pointer. */
    final Map<String, JsonNode> changes;

    private final String path;

    private DruidCase(JsonNode json) {
        JsonNode base = parse(FOLDER.resolve("base").resolve(json.get("base").asText() + ".json"));
        String[] druid = json.get("druid").asText().split(":", 2);
        this.rule = json.get("rule").asText();
        this.path = json.get("path").asText();
        this.kind = base.get("as").asText();
        this.document = (ObjectNode) base.get("json");
        this.outcome = Outcome.valueOf(druid[0]);
        this.reason = druid.length > 1 ? druid[1].trim() : "";
        this.changes =
                json.get("set").properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        json.get("set").properties().forEach(change -> set(document, change.getKey(), change.getValue()));
    }

    static List<DruidCase> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(f -> StreamSupport.stream(parse(f).spliterator(), false))
                    .map(DruidCase::new)
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a value; null takes it away. */
    static void set(JsonNode document, String pointer, JsonNode value) {
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
        return rule + " at " + path + ": Druid " + outcome;
    }
}
