package io.druidingest.client;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final DruidClient druid =
            DruidClient.builder().url(server.uri().toString()).time(time).build();

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

    @Test
    void noRowsAreAnEmptyList() {
        server.answers(json("\n"));

        assertThat(time.finish(druid.sql().query("SELECT 1 WHERE FALSE"))).isEmpty();
    }

    @Test
    void aQueryWithoutParametersNamesNone() throws IOException {
        server.answers(json("\n"));
        time.finish(druid.sql().query("SELECT 1"));

        assertThat(sent())
                .isEqualTo(new ObjectMapper().readTree("{\"query\":\"SELECT 1\",\"resultFormat\":\"objectLines\"}"));
        assertThat(server.requests().get(0).getTarget()).isEqualTo("/druid/v2/sql");
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
                .hasMessageContaining("breaks off after " + body.length() + " bytes");
        assertThat(server.requestCount()).isEqualTo(1);
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

        assertThat(time.failure(druid.sql().query("SELECT 1"))).isInstanceOf(DruidTransportException.class);
        assertThat(server.requests()).hasSize(1);
    }

    private JsonNode sent() throws IOException {
        return new ObjectMapper().readTree(TestServer.body(server.requests().get(0)));
    }
}
