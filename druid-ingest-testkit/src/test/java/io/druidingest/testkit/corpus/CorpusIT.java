package io.druidingest.testkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.json.SpecJson;
import io.druidingest.testkit.internal.localdruid.DruidReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Druid's own classes take every property of every type, know it, and read it as it was meant. */
class CorpusIT {

    private static final long SEED = 20261121;
    private static final int RANDOM = 500;

    private static final Corpus CORPUS = new Corpus();

    /** By version; each takes seconds to start. */
    private static final Map<String, DruidReader> READERS = new HashMap<>();

    private static DruidReader reader(String version) {
        return READERS.computeIfAbsent(version, DruidReader::start);
    }

    @AfterAll
    static void closeReaders() {
        READERS.values().forEach(DruidReader::close);
    }

    /** Each property of each type is set in some document that {@code build()} accepts. */
    @Test
    void showsEachPropertyInAValidDocument() {
        Map<String, String> refused = new TreeMap<>();
        Set<String> shown = new TreeSet<>();
        for (Sample s : CORPUS.oneByOne()) {
            String refusal = s.refusal();
            String name =
                    s.type().name() + " " + s.shown().stream().map(p -> p.name).collect(Collectors.joining());
            if (refusal == null) {
                shown.add(name);
            } else {
                refused.put(name, refusal.substring(refusal.indexOf('\n') + 1) + " in " + s.json());
            }
        }
        refused.keySet().removeAll(shown); // some ids of a type lack a property that others have
        refused.values().removeIf(why -> why.contains("query-only-metric")); // modelled to be told apart, never valid
        System.out.printf("build() takes %d properties, each in a document of its own%n", shown.size());
        assertThat(refused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"33.0.0", "37.0.0"})
    void druidsClassesTakeItAllAsItWasMeant(String version) {
        Disagreements disagreements = new Disagreements(version);
        Set<String> types = new TreeSet<>();
        Set<String> properties = new TreeSet<>();
        Map<String, Set<String>> absent = new TreeMap<>();
        int documents = 0;
        DruidReader druid = reader(version);
        List<Sample> samples = CORPUS.oneByOne();
        samples.addAll(CORPUS.packed(version));
        for (Sample s : samples) {
            String reason = absent(s, version);
            if (reason != null) {
                absent.computeIfAbsent(reason, r -> new TreeSet<>()).add(s.toString());
            } else if (s.refusal() == null) { // the other test tells of the others
                documents++;
                types.add(s.type().toString());
                s.shown().forEach(p -> properties.add(p.toString()));
                disagreements.addAll(disagreements(s, druid));
            }
        }
        System.out.printf(
                "Druid %s, classes: %d documents, %d type ids, %d optional properties, %d disagreements%n",
                version,
                documents,
                types.size(),
                properties.size(),
                disagreements.unknown().size());
        absent.forEach((why, what) -> System.out.println("  not there, " + why + ": " + String.join(", ", what)));
        disagreements.tell();
        assertThat(disagreements.unknown()).isEmpty();
    }

    /** Whatever {@code build()} accepts, Druid's classes take. */
    @ParameterizedTest
    @ValueSource(strings = {"33.0.0", "37.0.0"})
    void druidsClassesTakeWhateverBuildTakes(String version) {
        Disagreements disagreements = new Disagreements(version);
        Random random = new Random(SEED);
        int tried = 0;
        DruidReader druid = reader(version);
        for (int accepted = 0; accepted < RANDOM; tried++) {
            Sample s = CORPUS.random(random, version);
            if (absent(s, version) == null && s.refusal() == null) {
                accepted++;
                disagreements.addAll(disagreements(s, druid));
            }
        }
        System.out.printf(
                "Druid %s, classes: %d random documents that build() accepts (of %d), %d disagreements (seed %d)%n",
                version, RANDOM, tried, disagreements.unknown().size(), SEED);
        disagreements.tell();
        assertThat(disagreements.unknown()).isEmpty();
    }

    /** Why classes without a cluster cannot be shown it; null where they can. */
    private static @Nullable String absent(Sample s, String version) {
        String reason = s.absent(version, CORPUS.recipes());
        return reason == null ? s.absent("classes", CORPUS.recipes()) : reason;
    }

    private static List<String> disagreements(Sample s, DruidReader druid) {
        DruidReader.Reading reading = druid.read(s.kind(), SpecJson.write(s.value()));
        if (!reading.refusal().isEmpty()) {
            return List.of(s + " is refused: " + reading.refusal() + " in " + s.json());
        }
        List<String> found = new ArrayList<>();
        reading.unknown().stream()
                .filter(u -> !u.endsWith(".type")) // where there is one type only, to say it says nothing
                .forEach(u -> found.add(s + " is not known: " + u));
        s.misread(s.json(), reading.back()).forEach(d -> found.add(s + " " + d));
        return found;
    }
}
