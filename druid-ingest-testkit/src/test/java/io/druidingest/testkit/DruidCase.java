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
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        /** Answers with 500. */
        BREAKS,
        /** Takes the task, which then fails. */
        FAILS,
        /** Takes it and does not do what it says: the value that was written is not the one it works with. */
        MISREADS,
        /** Takes it, and it is regretted later. */
        ACCEPTS,
        /** Cannot be shown here: {@link #reason}. */
        UNSHOWN
    }

    private static final Path FOLDER = Path.of("../druid-ingest-core/src/test/resources/rules");
    private static final ObjectMapper JSON = new ObjectMapper();

    final String rule;
    final String kind;
    final JsonNode document;
    final Outcome outcome;

    /** Why it cannot be shown, or the test that shows it; empty where neither needs saying. */
    final String reason;

    /** A query whose answer shows what Druid did; empty where reading back shows it. */
    final String sql;

    final JsonNode gives;

    /** No other case has it, so none waits for the lock of another. */
    final String dataSource;

    /** What was set, by JSON pointer. */
    final Map<String, JsonNode> changes;

    private final String path;

    private DruidCase(JsonNode json, String dataSource) {
        JsonNode base = parse(FOLDER.resolve("base").resolve(json.get("base").asText() + ".json"));
        String[] druid = json.get("druid").asText().split(":", 2);
        this.rule = json.get("rule").asText();
        this.path = json.get("path").asText();
        this.kind = base.get("as").asText();
        this.document = base.get("json");
        this.outcome = Outcome.valueOf(druid[0]);
        this.reason = druid.length > 1 ? druid[1].trim() : "";
        this.changes =
                json.get("set").properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        json.get("set").properties().forEach(change -> set(document, change.getKey(), change.getValue()));
        this.dataSource = dataSource;
        this.sql =
                json.at("/shows/sql").asText().replace("\"rules\"", quoted('"')).replace("'rules'", quoted('\''));
        this.gives = json.at("/shows/gives");
        document.findParents("dataSource").stream()
                .filter(p -> p.get("dataSource").asText().equals("rules"))
                .forEach(p -> ((ObjectNode) p).put("dataSource", dataSource));
    }

    private String quoted(char quote) {
        return quote + dataSource + quote;
    }

    /** Those of all files, in the order of their names. */
    static List<DruidCase> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(f -> StreamSupport.stream(parse(f).spliterator(), false))
                    .map(json -> new DruidCase(json, Loads.newDataSource()))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents that the cases break, by the name of the file: good ones. */
    static Map<String, DruidCase> bases() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("base"))) {
            return files.map(f -> f.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toMap(name -> name, DruidCase::base, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DruidCase base(String name) {
        ObjectNode json =
                JSON.createObjectNode().put("rule", "none").put("path", "").put("base", name);
        json.put("druid", "ACCEPTS").putObject("set");
        return new DruidCase(json, Loads.newDataSource());
    }

    /** Whether what was set is among what Druid keeps, where it adds what was left out. */
    boolean isKept(JsonNode kept) {
        return changes.entrySet().stream().allMatch(c -> holds(kept.at(c.getKey()), c.getValue()));
    }

    private static boolean holds(JsonNode kept, JsonNode said) {
        if (said.isObject() && kept.isObject()) {
            return said.properties().stream().allMatch(e -> holds(kept.path(e.getKey()), e.getValue()));
        }
        if (said.isArray() && kept.isArray() && said.size() == kept.size()) {
            return IntStream.range(0, said.size()).allMatch(i -> holds(kept.get(i), said.get(i)));
        }
        return Spelling.same(said, kept) || (said.isNull() && kept.isMissingNode());
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
