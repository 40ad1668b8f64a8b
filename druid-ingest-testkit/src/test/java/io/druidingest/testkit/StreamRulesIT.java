package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.client.DruidClient;
import io.druidingest.testkit.DruidCase.Outcome;
import io.druidingest.testkit.junit5.RealDruid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Like {@link RulesIT}, for supervisors that run: each has a topic of its own, with a row from before it started and one
 * from after.
 */
@RealDruid
class StreamRulesIT {

    private static final String BEFORE = "{\"time\":\"2026-01-01T01:00:00Z\",\"page\":\"before\"}";
    private static final String AFTER = "{\"time\":\"2026-01-01T01:00:00Z\",\"page\":\"after\"}";

    private static final DruidCase BASE = DruidCase.base("kafka");
    private static final List<DruidCase> CASES =
            DruidCase.all().stream().filter(c -> c.runs).collect(Collectors.toList());

    /** What Druid said when it was sent each. */
    private static final Map<DruidCase, Wire.Answer> ANSWERS = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private static LocalKafka kafka;

    @SuppressWarnings("NullAway.Init")
    private static Wire wire;

    @BeforeAll
    static void runAll(LocalDruid local, LocalKafka shared) {
        kafka = shared;
        wire = new Wire(local);
        Stream.concat(Stream.of(BASE), CASES.stream()).forEach(StreamRulesIT::run);
    }

    @AfterAll
    static void endAll() {
        ANSWERS.forEach((c, answer) -> wire.remove("supervisor", answer));
        ANSWERS.keySet().forEach(c -> wire.endTasks(c.dataSource));
    }

    /** The supervisor of a case, from its own topic of the Kafka that is there, and quick. */
    private static void run(DruidCase c) {
        kafka.createTopic(c.dataSource, 1);
        kafka.send(c.dataSource, BEFORE);
        ObjectNode document = c.document.deepCopy();
        document.remove("suspended");
        ObjectNode io = (ObjectNode) document.at("/spec/ioConfig");
        replace(io, "topic", "rules", c.dataSource);
        replace(
                (ObjectNode) io.path("consumerProperties"),
                "bootstrap.servers",
                "localhost:9092",
                kafka.bootstrapServers());
        io.put("startDelay", "PT0.1S").put("period", "PT1S");
        ANSWERS.put(c, wire.run(document));
    }

    /** What a case has broken stays as it is. */
    private static void replace(ObjectNode in, String name, String good, String here) {
        if (in.path(name).equals(TextNode.valueOf(good))) {
            in.put(name, here);
        }
    }

    @Test
    void whatTheCasesBreakReadsFromTheTimeOnThatItStarted(DruidClient druid) {
        awaitFirstRun(BASE);
        assertThat(wire.tasks(BASE.dataSource)).isNotEmpty();
        kafka.send(BASE.dataSource, AFTER);
        awaitPages(BASE.dataSource, druid, "after");
    }

    private static void awaitPages(String dataSource, DruidClient druid, String page) {
        String sql = "SELECT page FROM \"" + dataSource + "\"";
        Await.until(
                dataSource + " to be read", () -> druid.sql().query(sql).join().equals(List.of(Map.of("page", page))));
    }

    static List<DruidCase> cases() {
        return CASES.stream().filter(c -> c.reason.isEmpty()).collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void druidAgrees(DruidCase broken, DruidClient druid) {
        assertThat(ANSWERS.get(broken).status()).as(ANSWERS.get(broken).body()).isEqualTo(200);
        if (broken.outcome == Outcome.FAILS) {
            Await.until(broken + " to fail", () -> hasFailed(broken.dataSource));
        } else {
            assertThat(broken.outcome).isEqualTo(Outcome.MISREADS);
            awaitFirstRun(broken);
            kafka.send(broken.dataSource, AFTER);
            Showing.awaitWhatItShows(broken, druid, wire);
        }
        wire.remove("supervisor", ANSWERS.get(broken));
    }

    /** The supervisor itself, or a task of it. */
    private static boolean hasFailed(String dataSource) {
        JsonNode status = wire.supervisorStatus(dataSource);
        return status.path("recentErrors").size() > 0
                || wire.tasks(dataSource).findValuesAsText("statusCode").contains("FAILED");
    }

    /** Until the supervisor has done all it does at first, which is to start its tasks. */
    private static void awaitFirstRun(DruidCase c) {
        Await.until(
                "the first run of " + c,
                () -> wire.supervisorStatus(c.dataSource)
                        .path("detailedState")
                        .asText()
                        .equals("RUNNING"));
    }

    @Test
    void aNegativeHandoffTimeoutIsNoWaiting(DruidClient druid) {
        DruidCase broken = CASES.stream()
                .filter(c -> c.reason.equals("aNegativeHandoffTimeoutIsNoWaiting"))
                .findFirst()
                .orElseThrow();
        String dataSource = broken.dataSource;
        // for a tier without servers, so that what is to be waited for never happens
        ArrayNode elsewhere = JsonNodeFactory.instance.arrayNode();
        elsewhere
                .addObject()
                .put("type", "loadForever")
                .putObject("tieredReplicants")
                .put("elsewhere", 1);
        assertThat(wire.retain(dataSource, elsewhere).status()).isEqualTo(200);
        awaitFirstRun(broken);
        kafka.send(dataSource, AFTER);
        awaitPages(dataSource, druid, "after");

        wire.suspend(dataSource);

        wire.awaitNoTask(dataSource);
        assertThat(wire.tasks(dataSource).findValuesAsText("statusCode")).containsOnly("SUCCESS");
        assertThat(wire.loaded(dataSource, 2026)).isZero();
    }
}
