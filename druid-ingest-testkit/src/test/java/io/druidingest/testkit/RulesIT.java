package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.client.DruidClient;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.junit5.LocalDruidExtension;
import io.druidingest.validation.Rule;
import io.druidingest.validation.Rules;
import io.druidingest.validation.Severity;
import io.druidingest.validation.SpecValidationException;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the library refuses is what Druid refuses, fails, or reads otherwise than it was written. */
@ExtendWith(LocalDruidExtension.class)
class RulesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Why an ERROR rule has no case that a real Druid was shown. */
    private static final Map<String, String> WITHOUT_CASE = Map.of(
            "known-property", "about a builder: in JSON it would be a key that stands there twice",
            "coarser-than-segment", "has a test of its own here");

    static List<DruidCase> cases() {
        return DruidCase.all().stream()
                .filter(c -> c.outcome != DruidCase.Outcome.UNSHOWN)
                .collect(Collectors.toList());
    }

    @AfterAll
    static void tellFigures() {
        List<DruidCase> all = DruidCase.all();
        Map<DruidCase.Outcome, Long> figures =
                all.stream().collect(Collectors.groupingBy(c -> c.outcome, TreeMap::new, Collectors.counting()));
        System.out.println("Cases of rules: " + all.size() + " " + figures);
        all.stream()
                .filter(c -> c.outcome == DruidCase.Outcome.UNSHOWN)
                .forEach(c -> System.out.println("  " + c + ": " + c.reason));
    }

    /** Each ERROR rule has a case that Druid was shown, or a reason. */
    @Test
    void eachErrorRuleHasACase() {
        Set<String> rules = Arrays.stream(Rules.class.getFields())
                .map(RulesIT::rule)
                .filter(r -> r.severity() == Severity.ERROR)
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rules).containsAll(WITHOUT_CASE.keySet());
        rules.removeAll(WITHOUT_CASE.keySet());
        DruidCase.all().forEach(c -> rules.remove(c.rule)); // one that is not shown says why
        assertThat(rules).isEmpty();
    }

    private static Rule rule(Field constant) {
        try {
            return (Rule) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aQueryGranularityCoarserThanTheSegmentsIsNotWhatRowsGet(LocalDruid local, DruidClient druid) throws Exception {
        String dataSource = Loads.newDataSource();
        ObjectNode spec = (ObjectNode) SpecJson.tree(Loads.inline(dataSource, Loads.rows(10)));
        DruidCase.set(spec, "/spec/dataSchema/granularitySpec/queryGranularity", TextNode.valueOf("MONTH"));
        assertThat(refusal(spec).violations()).extracting(v -> v.rule().id()).containsExactly("coarser-than-segment");

        String id = JSON.readTree(post(local.overlord().resolve("/druid/indexer/v1/task"), spec.toString())
                        .body())
                .path("task")
                .asText();
        druid.tasks().attach(id).queryable().join();

        assertThat(druid.sql()
                        .query("SELECT SUM(\"count\") AS n, MAX(__time) AS latest FROM \"" + dataSource + "\"")
                        .join())
                .containsExactly(Map.of("n", 10L, "latest", "2026-01-02T00:00:00.000Z")); // by days, not by months
    }

    private static SpecValidationException refusal(ObjectNode spec) {
        SpecValidationException refused = catchThrowableOfType(
                SpecValidationException.class,
                () -> SpecJson.read(spec.toString(), IndexParallelTask.class, SpecJson.Mode.STRICT));
        assertThat(refused).as("refused here").isNotNull();
        return refused;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void druidAgrees(DruidCase broken, LocalDruid local, DruidClient druid) {
        Wire wire = new Wire(local);
        Wire.Answer answer = wire.send(broken.kind, broken.document);
        if (broken.outcome == DruidCase.Outcome.REFUSES) {
            if (answer.status() == 200) {
                wire.remove(broken.kind, answer);
            }
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            return;
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        if (broken.outcome == DruidCase.Outcome.FAILS) {
            TaskStatus end = druid.tasks().attach(answer.id()).completion().join();
            assertThat(end.state().name()).isEqualTo("FAILED");
            return;
        }
        JsonNode kept = wire.readBack(broken.kind, broken.document, answer);
        wire.remove(broken.kind, answer);
        if (broken.outcome == DruidCase.Outcome.MISREADS) {
            assertThat(broken.changes)
                    .as(kept.toString())
                    .anySatisfy((pointer, value) ->
                            assertThat(Spelling.same(value, kept.at(pointer))).isFalse());
        }
    }

    private static HttpResponse<String> post(URI uri, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
