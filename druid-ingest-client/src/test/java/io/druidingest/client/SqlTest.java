package io.druidingest.client;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final DruidClient druid =
            Overheard.client().url(server.uri().toString()).time(time).build();

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    @Test
    void aRowKeepsItsColumnsInOrderWithTheirTypes() {
        server.answers(json("{\"z\":\"text\",\"a\":1,\"l\":9007199254740993,\"h\":92233720368547758070,\"d\":0.1,"
                + "\"t\":true,\"n\":null,\"m\":[\"x\",null],\"o\":{\"k\":2}}\n{\"z\":\"\\n\"}\n\n"));

        List<Map<String, Object>> rows = time.finish(druid.sql().query("SELECT 1"));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .containsExactly(
                        entry("z", "text"),
                        entry("a", 1L),
                        entry("l", 9_007_199_254_740_993L),
                        entry("h", new BigInteger("92233720368547758070")),
                        entry("d", new BigDecimal("0.1")),
                        entry("t", true),
                        entry("n", null),
                        entry("m", Arrays.asList("x", null)),
                        entry("o", Map.of("k", 2L)));
        assertThat(rows.get(1)).containsExactly(entry("z", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\n\n"})
    void noRowsAreAnEmptyList(String body) {
        server.answers(json(body));

        assertThat(time.finish(druid.sql().query("SELECT 1 WHERE FALSE"))).isEmpty();
    }

    @Test
    void aQueryWithoutParametersNamesNone() throws IOException {
        server.answers(json("\n"));
        time.finish(druid.sql().query("SELECT 1"));

        JsonNode sent = sent();
        assertThat(sent)
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"query\":\"SELECT 1\",\"resultFormat\":\"objectLines\",\"context\":"
                                + sent.path("context") + "}"));
        assertThat(sent.path("context").fieldNames()).toIterable().containsExactly("sqlQueryId");
        assertThat(server.requests().get(0).getTarget()).isEqualTo("/druid/v2/sql");
    }

    @Test
    void whatAQueryIsRunWithIsItsContext() throws IOException {
        server.answers(json("\n"));
        time.finish(druid.sql()
                .query(
                        "SELECT ?",
                        o -> o.parameters("x", null)
                                .sqlQueryId("q1")
                                .timeout(Duration.ofSeconds(90))
                                .timeZone(ZoneId.of("Europe/Berlin"))
                                .context("useCache", false)));

        assertThat(sent())
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"query\":\"SELECT ?\",\"resultFormat\":\"objectLines\",\"parameters\":"
                                + "[{\"type\":\"VARCHAR\",\"value\":\"x\"},{\"type\":\"VARCHAR\",\"value\":null}],"
                                + "\"context\":{\"sqlQueryId\":\"q1\",\"sqlTimeZone\":\"Europe/Berlin\",\"timeout\":90000,"
                                + "\"useCache\":false}}"));
    }

    @Test
    void parametersAreSentWithTheirSqlTypes() throws IOException {
        server.answers(json("\n"));
        time.finish(druid.sql().query("SELECT ?", "s", true, 1, 2L, 0.5, 0.25f, new BigDecimal("1.10")));

        assertThat(sent().path("parameters"))
                .isEqualTo(new ObjectMapper()
                        .readTree("[{\"type\":\"VARCHAR\",\"value\":\"s\"},{\"type\":\"BOOLEAN\",\"value\":true},"
                                + "{\"type\":\"BIGINT\",\"value\":1},{\"type\":\"BIGINT\",\"value\":2},"
                                + "{\"type\":\"DOUBLE\",\"value\":0.5},{\"type\":\"DOUBLE\",\"value\":0.25},"
                                + "{\"type\":\"DECIMAL\",\"value\":1.10}]"));
    }

    @Test
    void aParameterOfAnotherTypeIsRefusedHere() {
        assertThatThrownBy(() -> druid.sql().query("SELECT ?", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a java.time.Instant");
        assertThat(server.requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\":1}\n", "{\"a\":1}\n{\"a\"", "{\"a\":1}\n{\"a\":2}"})
    void anAnswerThatBreaksOffIsAFailureAndNotARetry(String body) {
        server.answers(json(body), json("\n"));

        assertThat(time.failure(druid.sql().query("SELECT 1")))
                .isInstanceOf(DruidTransportException.class)
                .hasMessageContaining("breaks off after " + Math.max(0, body.split("\n").length - 1) + " rows");
        assertThat(server.requests()).extracting(r -> r.getMethod()).containsExactly("POST", "DELETE");
    }

    @Test
    void aQueryThatDruidRefusesFailsInDruidsWords() {
        server.answers(status(
                400,
                "{\"error\":\"druidException\",\"errorCode\":\"invalidInput\",\"persona\":\"USER\","
                        + "\"category\":\"INVALID_INPUT\",\"errorMessage\":\"Object 'nope' not found (line [1], column"
                        + " [18])\",\"context\":{\"sourceType\":\"sql\"}}"));

        assertThat(time.failure(druid.sql().query("SELECT nope FROM nope")))
                .isInstanceOfSatisfying(
                        DruidHttpException.class,
                        e -> assertThat(e.error().errorCode()).isEqualTo("invalidInput"))
                .hasMessage("POST /druid/v2/sql answered 400: Object 'nope' not found (line [1], column [18])"
                        + " (invalidInput)");
    }

    @Test
    void aQueryIsSentAgainWhenABrokerHasNoRoomForIt() {
        server.answers(status(429), status(503), json("{\"a\":1}\n\n"));

        assertThat(time.finish(druid.sql().query("SELECT 1"))).containsExactly(Map.of("a", 1L));
    }

    @Test
    void aQueryThatMayStillBeRunningIsNotSentAgain() {
        server.answers(TestServer.lost());

        assertThat(time.failure(druid.sql().query("SELECT 1", o -> o.sqlQueryId("q 1"))))
                .isInstanceOf(DruidTransportException.class);
        time.awaitIdle();
        assertThat(server.requests())
                .extracting(r -> r.getMethod() + " " + r.getTarget())
                .containsExactly("POST /druid/v2/sql", "DELETE /druid/v2/sql/q%201");
    }

    @Test
    void aQueryWhoseFutureIsCancelledIsCancelledOnTheCluster() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        server.script((request, number) -> {
            asked.countDown();
            return request.getMethod().equals("POST") ? TestServer.silence() : status(202);
        });
        CompletableFuture<?> rows = druid.sql().query("SELECT 1", o -> o.sqlQueryId("q1"));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(rows.cancel(true)).isTrue();
        time.awaitIdle();

        assertThat(server.requests())
                .extracting(r -> r.getMethod() + " " + r.getTarget())
                .containsExactly("POST /druid/v2/sql", "DELETE /druid/v2/sql/q1");
    }

    @Test
    void aQueryIsCancelledOnTheBrokerThatHasIt() {
        server.script((request, number) -> request.getMethod().equals("POST") ? TestServer.lost() : status(202));
        try (TestServer other = TestServer.start();
                DruidClient two = Overheard.client()
                        .brokers(server.uri().toString(), other.uri().toString())
                        .time(time)
                        .build()) {
            assertThat(time.failure(two.sql().query("SELECT 1", o -> o.sqlQueryId("q1"))))
                    .isInstanceOf(DruidTransportException.class);
            time.awaitIdle();
            assertThat(server.requests())
                    .extracting(r -> r.getMethod() + " " + r.getTarget())
                    .containsExactly("POST /druid/v2/sql", "DELETE /druid/v2/sql/q1");

            assertThat(time.finish(two.sql().cancel("q1"))).isTrue(); // the other says 404
            server.answers(status(404));
            assertThat(time.finish(two.sql().cancel("q1"))).isFalse();
            server.answers(status(403));
            assertThat(time.failure(two.sql().cancel("q1"))).isInstanceOf(DruidHttpException.class);
        }
    }

    @Test
    void whoCancelsDoesNotWaitForABrokerThatIsGone() {
        server.answers(status(202));
        try (DruidClient two = Overheard.client()
                .brokers(
                        TestServer.uri(TestServer.freePort()).toString(),
                        server.uri().toString())
                .time(time)
                .build()) {
            assertThat(time.finish(two.sql().cancel("q1"))).isTrue();
        }
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void aQueryThatDidNotReachTheClusterIsNotCancelledThere() {
        try (DruidClient nowhere = Overheard.client()
                .url(TestServer.uri(TestServer.freePort()).toString())
                .retryFor(Duration.ZERO)
                .time(time)
                .build()) {
            assertThat(time.failure(nowhere.sql().query("SELECT 1"))).isInstanceOf(DruidTransportException.class);
        }
        assertThat(server.requestCount()).isZero();
    }

    @Test
    void cancellingTellsWhetherThereWasSuchAQuery() {
        server.answers(status(202), status(404));

        assertThat(time.finish(druid.sql().cancel("q1"))).isTrue();
        assertThat(time.finish(druid.sql().cancel("q1"))).isFalse();
    }

    @Test
    void rowsAreHandedOutAsTheyCome() {
        server.answers(json("{\"n\":1}\n{\"n\":2}\n\n"));
        List<Map<String, Object>> rows = new ArrayList<>();

        assertThat(time.finish(druid.sql().query("SELECT 1", o -> o, rows::add)))
                .isEqualTo(2);
        assertThat(rows).containsExactly(Map.of("n", 1L), Map.of("n", 2L));
    }

    @Test
    void moreRowsThanFitIntoMemoryAreHandedOut() {
        String row = "{\"text\":\"" + "x".repeat(1_000) + "\"}\n";
        server.answers(json(row.repeat(20_000) + "\n"));
        try (DruidClient small = Overheard.client()
                .url(server.uri().toString())
                .maxResponseBytes(10_000)
                .build()) {
            LongAdder length = new LongAdder();

            assertThat(small.sql().query(Text.class, "SELECT 1", o -> o, each -> length.add(each.text.length())))
                    .succeedsWithin(Duration.ofSeconds(20))
                    .isEqualTo(20_000L);
            assertThat(length.sum()).isEqualTo(20_000_000L);
            assertThat(small.sql().query(Text.class, "SELECT 1"))
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withMessageContaining("longer than 10000 bytes");
        }
    }

    @Test
    void aStreamThatBreaksOffHandsOutNoHalfRow() {
        server.answers(json("{\"n\":1}\n{\"n\":2}"));
        List<Map<String, Object>> rows = new ArrayList<>();

        assertThat(time.failure(druid.sql().query("SELECT 1", o -> o, rows::add)))
                .isInstanceOf(DruidTransportException.class)
                .hasMessageContaining("breaks off after 1 rows");
        assertThat(rows).containsExactly(Map.of("n", 1L));
    }

    @Test
    void whoCannotTakeARowEndsTheQuery() {
        server.answers(json("{\"n\":1}\n{\"n\":2}\n\n"), status(202));
        IllegalStateException full = new IllegalStateException("the disk is full");

        assertThat(time.failure(druid.sql().query("SELECT 1", o -> o.sqlQueryId("q1"), row -> {
                    throw full;
                })))
                .isSameAs(full);
        time.awaitIdle();
        assertThat(server.requests())
                .extracting(r -> r.getTarget())
                .containsExactly("/druid/v2/sql", "/druid/v2/sql/q1");
    }

    @Test
    void aRowBecomesAnObjectOfTheGivenClass() {
        server.answers(json("{\"__time\":\"2024-01-01T00:00:00.000+01:00\",\"page\":\"a\",\"added\":1.10}\n"
                + "{\"__time\":null,\"page\":null,\"added\":null}\n\n"));

        List<Edit> edits = time.finish(druid.sql().query(Edit.class, "SELECT __time, page, added FROM edits"));

        assertThat(edits).hasSize(2);
        assertThat(edits.get(0).time).isEqualTo(Instant.parse("2023-12-31T23:00:00Z"));
        assertThat(edits.get(0).page).isEqualTo("a");
        assertThat(edits.get(0).added).isEqualTo(new BigDecimal("1.10"));
        assertThat(edits.get(1)).hasAllNullFieldsOrProperties();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"other\":1}", "{\"added\":\"x\"}", "{\"__time\":\"yesterday\"}"})
    void aRowThatDoesNotFitTheClassIsAFailure(String row) {
        server.answers(json(row + "\n\n"));

        assertThat(time.failure(druid.sql().query(Edit.class, "SELECT 1")))
                .isInstanceOf(DruidTransportException.class)
                .hasMessageContaining("answered with a body that cannot be used");
    }

    /** A row. */
    static final class Edit {

        @JsonProperty("__time")
        private Instant time;

        @JsonProperty
        private String page;

        @JsonProperty
        private BigDecimal added;
    }

    /** A row. */
    static final class Text {

        @JsonProperty
        private String text;
    }

    private JsonNode sent() throws IOException {
        return new ObjectMapper().readTree(TestServer.body(server.requests().get(0)));
    }
}
