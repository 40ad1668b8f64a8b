package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpServer;
import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.TaskState;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.DruidCase.Outcome;
import io.druidingest.testkit.junit5.RealDruid;
import io.druidingest.validation.Rule;
import io.druidingest.validation.Rules;
import io.druidingest.validation.Severity;
import io.druidingest.validation.SpecValidationException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the library refuses is what Druid refuses, fails, or reads otherwise than it was written. */
@RealDruid
class RulesIT {

    /** Why an ERROR rule has no case. */
    private static final Map<String, String> WITHOUT_CASE =
            Map.of("known-property", "about a builder: in JSON it would be a key that stands there twice");

    /** Kinds of documents whose classes are in no jar that is to be had; those of 37 are shown to that one. */
    private static final Set<String> UNKNOWN_BASES = Set.of("kinesis", "rabbit", "reindexCascade");

    /** Where a case may say that a test shows it. */
    private static final List<Class<?>> TESTS = List.of(RulesIT.class, StreamRulesIT.class);

    private static final List<DruidCase> ALL = DruidCase.all();
    private static final Map<String, DruidCase> BASES = DruidCase.bases();

    @SuppressWarnings("NullAway.Init")
    private static Showing showing;

    @BeforeAll
    static void showAll(LocalDruid local, DruidClient druid, @TempDir Path rows) throws IOException {
        BASES.keySet().removeAll(UNKNOWN_BASES);
        showing = new Showing(local, druid, rows);
        showing.send(Stream.concat(BASES.values().stream(), cases().stream()).collect(Collectors.toList()));
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
        return TESTS.stream()
                .flatMap(t -> Arrays.stream(t.getDeclaredMethods()))
                .anyMatch(m -> m.getName().equals(name));
    }

    static Set<String> bases() {
        return new TreeSet<>(DruidCase.bases().keySet())
                .stream().filter(b -> !UNKNOWN_BASES.contains(b)).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("bases")
    void druidTakesWhatTheCasesBreak(String name) {
        showing.assertTaken(BASES.get(name));
    }

    static List<DruidCase> cases() {
        return ALL.stream().filter(c -> c.isSentTo("33.0.0")).collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void druidAgrees(DruidCase broken) {
        showing.assertAgrees(broken);
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
            byte[] rows = Showing.ROW.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, rows.length);
            exchange.getResponseBody().write(rows);
            exchange.close();
        });
        http.start();
        try {
            String uri = "http://localhost:" + http.getAddress().getPort() + "/rows";
            ObjectNode spec = (ObjectNode) SpecJson.tree(Loads.inline(Loads.newDataSource(), Showing.ROW));
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

    @Test
    void aLockTypeThatDoesNotFitIsNotTheOneThatATaskGets(LocalDruid local, DruidClient druid) {
        Wire wire = new Wire(local);
        List<DruidCase> asked = ALL.stream()
                .filter(c -> c.reason.equals("aLockTypeThatDoesNotFitIsNotTheOneThatATaskGets"))
                .collect(Collectors.toList());
        asked.forEach(c -> druid.tasks()
                .submit(Loads.inline(c.dataSource, Loads.rows(10)))
                .thenCompose(TaskHandle::completion)
                .join());
        wire.enableWorkers(false); // a task that waits for one has its locks
        try {
            for (DruidCase c : asked) {
                Wire.Answer taken = wire.send("task", c.document);
                assertThat(taken.status()).as(taken.body()).isEqualTo(200);
                Await.until(
                        c + " to get a lock",
                        () -> !wire.locks(c.dataSource, 2026).isEmpty());
                assertThat(wire.locks(c.dataSource, 2026)).containsOnly("EXCLUSIVE");
                assertThat(c.document.at("/context/taskLockType").asText()).isNotEqualTo("EXCLUSIVE");
                wire.remove("task", taken);
            }
        } finally {
            wire.enableWorkers(true);
        }
    }

    @Test
    void aNegativeNumberOfSlotsIsNone(LocalDruid local, DruidClient druid) {
        Wire wire = new Wire(local);
        DruidCase broken = ALL.stream()
                .filter(c -> c.reason.equals("aNegativeNumberOfSlotsIsNone"))
                .findFirst()
                .orElseThrow();
        String dataSource = broken.dataSource;
        druid.tasks()
                .submit(Loads.inline(dataSource, Loads.rows(10)))
                .thenCompose(TaskHandle::completion)
                .join();
        JsonNode config = BASES.get("compactionConfig").document.deepCopy();
        ((ObjectNode) config).put("dataSource", dataSource);
        String status = "/druid/coordinator/v1/compaction/status?dataSource=" + dataSource;
        assertThat(wire.send(broken.kind, broken.document).status()).isEqualTo(200);
        try {
            assertThat(wire.send("compactionConfig", config).status()).isEqualTo(200);
            Await.until("the Coordinator to know of " + dataSource, () -> wire.knowsSegmentsOf(dataSource));
            wire.compact();
            assertThat(wire.ask(status).path("errorMessage").asText()).isEqualTo("Unknown DataSource");
            assertThat(wire.tasks(dataSource).findValuesAsText("type")).doesNotContain("compact");
        } finally {
            wire.send(broken.kind, BASES.get("clusterCompactionConfig").document);
        }
        wire.compact();
        assertThat(wire.ask(status).path("latestStatus")).hasSize(1); // with a number of slots it is looked at
    }

    private static SpecValidationException refusal(ObjectNode spec) {
        SpecValidationException refused = catchThrowableOfType(
                SpecValidationException.class,
                () -> SpecJson.read(spec.toString(), IndexParallelTask.class, SpecJson.Mode.STRICT));
        assertThat(refused).as("refused here").isNotNull();
        return refused;
    }
}
