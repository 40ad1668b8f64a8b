package io.druidingest.testkit.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What real Druids were asked, asked of the fake in the same order. {@code exchanges/given.json} tells what else was sent in
 * between, and what became of tasks. Which answers differ, how and why, stands in {@code exchanges/replayed.txt}: what is
 * listed there has to differ, and what is not has to be alike.
 */
class ReplayTest {

    private static final Path GIVEN = Path.of("src/test/resources/exchanges/given.json");
    private static final double ENOUGH = 95;

    private final List<RecordedExchange> recorded = RecordedExchange.all();

    @Test
    void theFakeAnswersAsDruidDid() throws Exception {
        Differences listed = Differences.listed();
        List<RecordedExchange> replayed =
                recorded.stream().filter(e -> !listed.leavesOut(e)).collect(Collectors.toList());
        Map<String, String> differing = new TreeMap<>();
        for (String version : List.of("33.0.0", "37.0.0")) {
            replay(version, replayed, differing);
        }

        int count = replayed.size();
        int alike = count - differing.size();
        double percent = 100.0 * alike / count;
        String summary = String.format(Locale.ROOT, "replayed %d of %d alike (%.1f %%)", alike, count, percent);
        System.out.println(summary);
        if (Boolean.getBoolean("druidingest.update")) {
            listed.update(summary, differing);
        }
        Differences now = Differences.listed();
        assertThat(differing)
                .as("differ, and are not listed")
                .containsOnlyKeys(now.reasons().keySet());
        assertThat(now.summary()).isEqualTo(summary);
        assertThat(now.unexplained()).as("without a reason").isEmpty();
        assertThat(percent).isGreaterThanOrEqualTo(ENOUGH);
    }

    private void replay(String version, List<RecordedExchange> replayed, Map<String, String> differing)
            throws Exception {
        JsonNode given = new ObjectMapper().readTree(GIVEN.toFile());
        try (Rehearsal rehearsal = new Rehearsal(version, recorded)) {
            for (RecordedExchange exchange : replayed) {
                if (exchange.name().startsWith(version)) {
                    for (JsonNode step : given) {
                        if (step.path("before").asText().equals(exchange.name())) {
                            rehearsal.given(step);
                        }
                    }
                    List<String> differences = Likeness.differences(exchange.answer(), rehearsal.ask(exchange));
                    if (!differences.isEmpty()) {
                        differing.put(exchange.name(), String.join("; ", differences));
                    }
                }
            }
        }
    }
}
