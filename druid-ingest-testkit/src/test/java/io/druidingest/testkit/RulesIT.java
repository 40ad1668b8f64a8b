package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpServer;
import io.druidingest.client.DruidClient;
import io.druidingest.client.model.TaskState;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.DruidCase.Outcome;
import io.druidingest.testkit.junit5.LocalDruidExtension;
import io.druidingest.validation.Rule;
import io.druidingest.validation.Rules;
import io.druidingest.validation.Severity;
import io.druidingest.validation.SpecValidationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the library refuses is what Druid refuses, fails, or reads otherwise than it was written. */
@ExtendWith(LocalDruidExtension.class)
class RulesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROW = "{\"time\":\"2026-01-01T01:00:00Z\",\"page\":\"a\",\"added\":1}";
    private static final long SQL_TIMEOUT_NANOS = 20_000_000_000L;

    /** Why an ERROR rule has no case. */
    private static final Map<String, String> WITHOUT_CASE =
            Map.of("known-property", "about a builder: in JSON it would be a key that stands there twice");

    /** Kinds of documents whose classes are not in Druid 33, or in no jar that is to be had. */
    private static final Set<String> UNKNOWN_BASES = Set.of("kinesis", "rabbit", "reindexCascade");

    private static final List<DruidCase> ALL = DruidCase.all();
    private static final Map<String, DruidCase> BASES = DruidCase.bases();

    /** What Druid said when it was sent each: all at once, so that its workers always have something to do. */
    private static final Map<DruidCase, Wire.Answer> ANSWERS = new LinkedHashMap<>();

    private static final Map<DruidCase, JsonNode> KEPT = new LinkedHashMap<>();

    @BeforeAll
    static void showAll(LocalDruid local, DruidClient druid, @TempDir Path rows) throws IOException {
        Files.writeString(rows.resolve("a.json"), ROW);
        BASES.keySet().removeAll(UNKNOWN_BASES);
        Stream.concat(BASES.values().stream(), ALL.stream())
                .filter(c -> isSent(c) && c.document.path("type").asText().equals("compact"))
                .map(c -> druid.tasks().submit(Loads.inline(c.dataSource, Loads.rows(10))))
                .collect(Collectors.toList())
                .forEach(t -> t.join().completion().join());
        Wire wire = new Wire(local);
        Stream.concat(BASES.values().stream(), ALL.stream())
                .filter(RulesIT::isSent)
                .forEach(c -> show(c, located(c.document, rows), wire));
    }

    private static boolean isSent(DruidCase c) {
        return c.outcome != Outcome.UNSHOWN && c.reason.isEmpty();
    }

    /** The files that a case reads are in a folder of this run. */
    private static JsonNode located(JsonNode document, Path rows) {
        try {
            return JSON.readTree(document.toString()
                    .replace("\"/rows", "\"" + rows.toString().replace('\\', '/')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void show(DruidCase c, JsonNode document, Wire wire) {
        Wire.Answer answer = wire.send(c.kind, document);
        ANSWERS.put(c, answer);
        if (answer.status() == 200) {
            KEPT.put(c, wire.readBack(c.kind, document, answer));
            if (!c.kind.equals("task")) {
                wire.remove(c.kind, answer);
            }
        }
    }

    @AfterAll
    static void tellFigures() {
        Map<Outcome, Long> figures =
                ALL.stream().collect(Collectors.groupingBy(c -> c.outcome, TreeMap::new, Collectors.counting()));
        System.out.println("Cases of rules: " + ALL.size() + " " + figures);
        ALL.stream()
                .filter(c -> c.outcome == Outcome.UNSHOWN)
                .collect(Collectors.groupingBy(c -> c.reason, TreeMap::new, Collectors.toList()))
                .forEach((why, cases) -> System.out.println("  not shown, " + why + ": "
                        + cases.stream().map(c -> c.rule).collect(Collectors.joining(", "))));
        Set<String> errors = errorRules();
        int all = errors.size();
        ALL.stream().filter(c -> c.outcome != Outcome.UNSHOWN).forEach(c -> errors.remove(c.rule));
        System.out.println("ERROR rules shown to Druid: " + (all - errors.size()) + " of " + all + ", not " + errors);
    }

    private static Set<String> errorRules() {
        return Arrays.stream(Rules.class.getFields())
                .map(RulesIT::rule)
                .filter(r -> r.severity() == Severity.ERROR)
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Rule rule(Field constant) {
        try {
            return (Rule) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Each ERROR rule has a case that Druid was shown, or a reason. */
    @Test
    void eachErrorRuleHasACase() {
        Set<String> rules = errorRules();
        assertThat(rules).containsAll(WITHOUT_CASE.keySet());
        rules.removeAll(WITHOUT_CASE.keySet());
        ALL.forEach(c -> rules.remove(c.rule)); // one that is not shown says why
        assertThat(rules).isEmpty();
        assertThat(ALL).allMatch(c -> c.reason.isEmpty() != (c.outcome == Outcome.UNSHOWN || hasTest(c.reason)));
    }

    private static boolean hasTest(String name) {
        return Arrays.stream(RulesIT.class.getDeclaredMethods())
                .anyMatch(m -> m.getName().equals(name));
    }

    static Set<String> bases() {
        return new TreeSet<>(DruidCase.bases().keySet())
                .stream().filter(b -> !UNKNOWN_BASES.contains(b)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What Druid makes of a case is due to what the case breaks. */
    @ParameterizedTest
    @MethodSource("bases")
    void druidTakesWhatTheCasesBreak(String name, DruidClient druid) {
        DruidCase base = BASES.get(name);
        assertThat(ANSWERS.get(base).status()).as(ANSWERS.get(base).body()).isEqualTo(200);
        if (base.kind.equals("task")) {
            assertThat(end(base, druid)).isEqualTo(TaskState.SUCCESS);
        }
    }

    static List<DruidCase> cases() {
        return ALL.stream().filter(RulesIT::isSent).collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void druidAgrees(DruidCase broken, DruidClient druid) {
        Wire.Answer answer = ANSWERS.get(broken);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status(broken.outcome));
        if (broken.outcome == Outcome.FAILS) {
            assertThat(end(broken, druid)).isEqualTo(TaskState.FAILED);
        }
        if (broken.outcome == Outcome.MISREADS) {
            if (broken.sql.isEmpty()) {
                assertThat(broken.isKept(KEPT.get(broken)))
                        .as(KEPT.get(broken).toString())
                        .isFalse();
            } else {
                assertThat(end(broken, druid)).isEqualTo(TaskState.SUCCESS);
                JsonNode shown = awaitAnswer(broken, druid);
                assertThat(Spelling.same(shown, broken.gives))
                        .as(shown.toString())
                        .isTrue();
            }
        }
    }

    private static int status(Outcome outcome) {
        return outcome == Outcome.REFUSES ? 400 : outcome == Outcome.BREAKS ? 500 : 200;
    }

    private static TaskState end(DruidCase c, DruidClient druid) {
        return druid.tasks().attach(ANSWERS.get(c).id()).completion().join().state();
    }

    /** A Broker knows of a segment a second or two after it was published: of real time, in which it lives. */
    private static JsonNode awaitAnswer(DruidCase c, DruidClient druid) {
        long start = System.nanoTime();
        while (true) {
            JsonNode answer;
            try {
                answer = JSON.valueToTree(druid.sql().query(c.sql).join());
            } catch (CompletionException e) {
                answer = TextNode.valueOf(e.getMessage());
            }
            if (Spelling.same(answer, c.gives) || System.nanoTime() - start > SQL_TIMEOUT_NANOS) {
                return answer;
            }
        }
    }

    @Test
    void aQueryGranularityCoarserThanTheSegmentsIsNotWhatRowsGet(LocalDruid local, DruidClient druid) {
        String dataSource = Loads.newDataSource();
        ObjectNode spec = (ObjectNode) SpecJson.tree(Loads.inline(dataSource, Loads.rows(10)));
        DruidCase.set(spec, "/spec/dataSchema/granularitySpec/queryGranularity", TextNode.valueOf("MONTH"));
        assertThat(refusal(spec).violations()).extracting(v -> v.rule().id()).containsExactly("coarser-than-segment");

        String id = new Wire(local).send("task", spec).id();
        druid.tasks().attach(id).queryable().join();

        assertThat(druid.sql()
                        .query("SELECT SUM(\"count\") AS n, MAX(__time) AS latest FROM \"" + dataSource + "\"")
                        .join())
                .containsExactly(Map.of("n", 10L, "latest", "2026-01-02T00:00:00.000Z")); // by days, not by months
    }

    @Test
    void aUserNameAloneIsNotSent(LocalDruid local, DruidClient druid) throws IOException {
        Queue<Boolean> authorized = new ConcurrentLinkedQueue<>();
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            authorized.add(exchange.getRequestHeaders().containsKey("Authorization"));
            byte[] rows = ROW.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, rows.length);
            exchange.getResponseBody().write(rows);
            exchange.close();
        });
        http.start();
        try {
            String uri = "http://localhost:" + http.getAddress().getPort() + "/rows";
            ObjectNode spec = (ObjectNode) SpecJson.tree(Loads.inline(Loads.newDataSource(), ROW));
            ObjectNode source = (ObjectNode) spec.at("/spec/ioConfig");
            source.putObject("inputSource")
                    .put("type", "http")
                    .put("httpAuthenticationUsername", "u")
                    .putArray("uris")
                    .add(uri);
            assertThat(refusal(spec).violations())
                    .extracting(v -> v.rule().id())
                    .containsExactly("credentials-pair");

            String id = new Wire(local).send("task", spec).id();
            assertThat(druid.tasks().attach(id).completion().join().state()).isEqualTo(TaskState.SUCCESS);

            assertThat(authorized).isNotEmpty().containsOnly(false);
        } finally {
            http.stop(0);
        }
    }

    private static SpecValidationException refusal(ObjectNode spec) {
        SpecValidationException refused = catchThrowableOfType(
                SpecValidationException.class,
                () -> SpecJson.read(spec.toString(), IndexParallelTask.class, SpecJson.Mode.STRICT));
        assertThat(refused).as("refused here").isNotNull();
        return refused;
    }
}
