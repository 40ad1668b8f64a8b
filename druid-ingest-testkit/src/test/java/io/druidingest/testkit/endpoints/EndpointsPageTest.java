package io.druidingest.testkit.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.testkit.Shows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code docs/endpoints.md} is made of the endpoints themselves, and of the tests that show them on a real Druid. */
class EndpointsPageTest {

    private static final Path PAGE = Path.of("../docs/endpoints.md");

    /** What no real Druid of the tests can show, and why. */
    private static final Map<String, String> NOT_SHOWN = Map.of();

    private final Map<String, List<String>> shows = shows();

    @Test
    void thePageIsUpToDate() throws Exception {
        StringBuilder page = new StringBuilder("# Endpoints\n\nWhat the client asks of a cluster. Made by"
                + " `EndpointsPageTest` from the code: do not edit.\n\n\"again\" says whether a request that may have"
                + " arrived is sent again; the time-out is the client's own where none stands.\n");
        Endpoints.byClass().forEach((type, endpoints) -> {
            page.append("\n## ").append(type.replace("Endpoints", "")).append("\n\n");
            page.append(
                    "| endpoint | answered by | again | time-out | since | shown by |\n|---|---|---|---|---|---|\n");
            endpoints.forEach(e -> page.append(row(e)));
        });
        if (Boolean.getBoolean("druidingest.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(page).hasToString(Files.readString(PAGE));
    }

    @Test
    void everyEndpointIsShownOnARealDruid() {
        List<String> unshown = new ArrayList<>();
        Endpoints.byClass()
                .values()
                .forEach(all -> all.stream()
                        .map(Endpoint::toString)
                        .filter(e -> !shows.containsKey(e) && !NOT_SHOWN.containsKey(e))
                        .forEach(unshown::add));

        assertThat(unshown).isEmpty();
    }

    @Test
    void whatIsShownIsAnEndpoint() {
        List<String> known = new ArrayList<>();
        Endpoints.byClass().values().forEach(all -> all.forEach(e -> known.add(e.toString())));

        assertThat(known).containsAll(shows.keySet()).containsAll(NOT_SHOWN.keySet());
        assertThat(NOT_SHOWN.keySet()).doesNotContainAnyElementsOf(shows.keySet());
    }

    private String row(Endpoint<?> e) {
        Duration timeout = e.timeout();
        String test = shows.containsKey(e.toString())
                ? String.join(", ", new TreeSet<>(shows.get(e.toString())))
                : "no test: " + NOT_SHOWN.get(e.toString());
        return "| `" + e + "` | " + e.service() + " | " + (e.isRepeatable() ? "yes" : "no") + " | "
                + (timeout == null ? "" : timeout.toSeconds() + " s") + " | " + (e.since() == 0 ? "" : e.since())
                + " | " + test + " |\n";
    }

    /** The tests that show each endpoint. */
    private static Map<String, List<String>> shows() {
        Map<String, List<String>> shows = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPackages("io.druidingest.testkit")) {
            for (JavaMethod method : type.getMethods()) {
                if (method.isAnnotatedWith(Shows.class)) {
                    for (String endpoint :
                            method.getAnnotationOfType(Shows.class).value()) {
                        shows.computeIfAbsent(endpoint, e -> new ArrayList<>())
                                .add("`" + type.getSimpleName() + "." + method.getName() + "`");
                    }
                }
            }
        }
        return shows;
    }
}
