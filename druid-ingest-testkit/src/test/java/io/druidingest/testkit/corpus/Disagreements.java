package io.druidingest.testkit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Druid and the library disagree about a document. A type whose classes are in no jar at hand is no disagreement;
 * what is known and has a reason ({@code corpus/disagreements.json}) is told apart.
 */
final class Disagreements {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONTRACT = Path.of("../druid-ingest-core/src/test/resources/contract");
    private static final Pattern UNRESOLVED = Pattern.compile("Could not resolve type id '([^']+)'");

    private final Set<String> ofClasses = new TreeSet<>();
    private final Map<Pattern, String> reasons =
            new TreeMap<>((a, b) -> a.pattern().compareTo(b.pattern()));
    private final Set<String> absent = new TreeSet<>();
    private final Map<String, Integer> known = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();
    private int ofAbsentTypes;
    private int documents;
    private int agreed;

    Disagreements(String version) {
        JsonNode contract = read(CONTRACT.resolve("druid-" + version + ".json"));
        for (JsonNode type : contract.get("types")) {
            if (type.path("origin").asText().equals("classes")) {
                ofClasses.add(type.path("type").asText());
            }
        }
        for (JsonNode one : read(Path.of("src/test/resources/corpus/disagreements.json"))) {
            if (!one.has("druid") || one.get("druid").asText().equals(version)) {
                reasons.put(
                        Pattern.compile(one.get("what").asText(), Pattern.DOTALL),
                        one.get("why").asText());
            }
        }
    }

    /** Takes what was found in one document. */
    void addAll(List<String> found) {
        int before = ofAbsentTypes;
        found.forEach(this::add);
        if (before == ofAbsentTypes) {
            documents++;
        }
        if (found.isEmpty()) {
            agreed++;
        }
    }

    private void add(String disagreement) {
        Matcher m = UNRESOLVED.matcher(disagreement);
        if (m.find() && !ofClasses.contains(m.group(1))) {
            absent.add(m.group(1));
            ofAbsentTypes++;
            return;
        }
        String why = why(disagreement);
        if (why == null) {
            unknown.add(disagreement);
        } else {
            known.merge(why, 1, Integer::sum);
        }
    }

    private @Nullable String why(String disagreement) {
        for (Map.Entry<Pattern, String> reason : reasons.entrySet()) {
            if (reason.getKey().matcher(disagreement).find()) {
                return reason.getValue();
            }
        }
        return null;
    }

    /** Prints how many documents there were, how many came back the same, and how many disagreements of each reason. */
    void tell() {
        System.out.printf(
                "  of %d documents whose types are there, %d mean the same when Druid gives them back%n",
                documents, agreed);
        System.out.println("  without the extensions of: " + absent);
        known.forEach((why, n) -> System.out.println("  known, " + n + ": " + why));
    }

    /** Those without a reason. */
    List<String> unknown() {
        return unknown;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
