package io.druidingest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A document that breaks one rule, and what Druid makes of it. The library is held to the same files by its own tests:
 * {@code druid-ingest-core/src/test/resources/rules}. A case has
 *
 * <ul>
 *   <li>{@code druid}: an {@link Outcome}; after a colon, why there is none, or the test method that shows it;
 *   <li>{@code version}: which Druid is asked; default 33.0.0;
 *   <li>{@code runs}: true for a supervisor that is not suspended, but reads from a real Kafka;
 *   <li>{@code shows}: what tells that a document was misread, where reading it back does not: what a query, {@code sql},
 *       {@code gives}, or what a question to the Coordinator, {@code asks}, gives among other things; both are repeated
 *       until they do. {@code rules} in the query and <code>{dataSource}</code> in the question and its answer stand for
 *       the datasource, <code>{yesterday}</code> for the day. Or {@code part}, the pointer to the only part that Druid is shown, since
 *       the whole cannot be, and {@code as}, the class of Druid's that reads it.
 * </ul>
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

    /** The document that it breaks, by the name of its file. */
    final String base;

    final JsonNode document;
    final Outcome outcome;

    /** Why it cannot be shown, or the test that shows it; empty where neither needs saying. */
    final String reason;

    /** The version of Druid that is shown it. */
    final String version;

    /** Whether it is a supervisor that is to run. */
    final boolean runs;

    /** A query whose answer shows what Druid did; empty where none is needed. */
    final String sql;

    /** A path of the Coordinator whose answer shows what Druid did; empty where none is needed. */
    final String asks;

    /** The part that is shown, and the class that reads it; both empty where the whole is. */
    final String part;

    final String as;

    private final JsonNode gives;

    /** No other case has it, so none waits for the lock of another. */
    final String dataSource;

    /** What was set, by JSON pointer. */
    final Map<String, JsonNode> changes;

    /** Where the library reports the problem. */
    final String path;

    private DruidCase(JsonNode json, String dataSource) {
        this.base = json.get("base").asText();
        JsonNode good = parse(FOLDER.resolve("base").resolve(base + ".json"));
        String[] druid = json.get("druid").asText().split(":", 2);
        this.rule = json.get("rule").asText();
        this.path = json.get("path").asText();
        this.kind = good.get("as").asText();
        this.document = good.get("json");
        this.outcome = Outcome.valueOf(druid[0]);
        this.reason = druid.length > 1 ? druid[1].trim() : "";
        this.changes =
                json.get("set").properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        json.get("set").properties().forEach(change -> set(document, change.getKey(), change.getValue()));
        this.dataSource = dataSource;
        this.sql =
                json.at("/shows/sql").asText().replace("\"rules\"", quoted('"')).replace("'rules'", quoted('\''));
        this.asks = json.at("/shows/asks")
                .asText()
                .replace("{dataSource}", dataSource)
                .replace(
                        "{yesterday}",
                        LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
        this.gives = parse(json.at("/shows/gives").toString().replace("{dataSource}", dataSource));
        this.part = json.at("/shows/part").asText();
        this.as = json.at("/shows/as").asText();
        this.version = json.path("version").asText("33.0.0");
        this.runs = json.path("runs").asBoolean();
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

    /** The document of a name, as a case that breaks nothing. */
    static DruidCase base(String name) {
        ObjectNode json =
                JSON.createObjectNode().put("rule", "none").put("path", "").put("base", name);
        json.put("druid", "ACCEPTS").putObject("set");
        return new DruidCase(json, Loads.newDataSource());
    }

    /** Whether it is sent as it stands, with the others of its version. */
    boolean isSentTo(String druid) {
        return version.equals(druid) && outcome != Outcome.UNSHOWN && reason.isEmpty() && !runs && part.isEmpty();
    }

    /** Whether an answer to {@link #sql} or {@link #asks} is the one that shows it. */
    boolean isShownBy(JsonNode answer) {
        return asks.isEmpty() ? Spelling.same(answer, gives) : holds(answer, gives);
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

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
