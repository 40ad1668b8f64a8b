package io.druidingest.client;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A statement is submitted once, whatever fails on the way. The answers are as Druid 27 gave them. */
class SqlSubmissionTest {

    private static final String SQL = "INSERT INTO t SELECT 1 PARTITIONED BY ALL";
    private static final String KEY = "nightly";
    private static final String QUERY = UUID.nameUUIDFromBytes(
                    ("sql\n" + KEY).getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .toString();

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final Msq msq = new Msq();
    private final DruidClient druid =
            Overheard.client().url(server.uri().toString()).time(time).build();

    SqlSubmissionTest() {
        server.script(msq);
    }

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    /** Takes one statement. */
    private static final class Msq implements TestServer.Script {

        private @Nullable JsonNode taken;
        private int submissions;
        private int lost;

        @Override
        public synchronized MockResponse answer(RecordedRequest request, int number) {
            String target = request.getTarget();
            if (target.equals("/druid/v2/sql/task") || target.equals("/druid/v2/sql/statements")) {
                return submitted(read(TestServer.body(request)), target.endsWith("task"));
            }
            if (taken != null && target.equals("/druid/indexer/v1/task/" + task())) {
                ObjectNode payload = new ObjectMapper().createObjectNode();
                payload.put("task", task()).putObject("payload").set("sqlQueryContext", taken.path("context"));
                return json(payload.toString());
            }
            return status(404, "Cannot find any task with id: [x]");
        }

        private MockResponse submitted(JsonNode body, boolean asTask) {
            submissions++;
            if (taken == null) {
                taken = body;
            } else {
                String error = "{\"error\":\"druidException\",\"errorCode\":\"general\",\"persona\":\"DEVELOPER\","
                        + "\"category\":\"UNCATEGORIZED\",\"errorMessage\":\"org.apache.druid.rpc.HttpResponseException:"
                        + " Server error [400 Bad Request]; body: {\\\"error\\\":\\\"Task [" + task()
                        + "] already exists.\\\"}\",\"context\":{}}";
                return status(
                        500,
                        asTask
                                ? "{\"taskId\":\"" + task().substring(6) + "\",\"state\":\"FAILED\",\"error\":" + error
                                        + "}"
                                : error);
            }
            if (lost-- > 0) {
                return TestServer.lost();
            }
            return asTask
                    ? status(202, "{\"taskId\":\"" + task() + "\",\"state\":\"RUNNING\"}")
                    : json("{\"queryId\":\"" + task() + "\",\"state\":\"ACCEPTED\",\"durationMs\":-1}");
        }

        String task() {
            return "query-" + taken.path("context").path("sqlQueryId").asText();
        }

        private static JsonNode read(String json) {
            try {
                return new ObjectMapper().readTree(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void aStatementIsSentWithAnIdOfOurs() {
        TaskHandle task = time.finish(druid.sql()
                .submit(
                        SQL,
                        o -> o.idempotencyKey(KEY).context("maxNumTasks", 2).parameters(1)));

        assertThat(task.id()).isEqualTo("query-" + QUERY);
        assertThat(msq.taken.path("query").asText()).isEqualTo(SQL);
        assertThat(msq.taken.path("parameters").toString()).isEqualTo("[{\"type\":\"BIGINT\",\"value\":1}]");
        assertThat(msq.taken.path("context").path("maxNumTasks").asInt()).isEqualTo(2);
        assertThat(msq.taken.path("context").path("sqlQueryId").asText()).isEqualTo(QUERY);
    }

    @Test
    void eachSubmissionWithoutAKeyIsOneOfItsOwn() {
        String first = time.finish(druid.sql().submit(SQL)).id();
        msq.taken = null;

        assertThat(time.finish(druid.sql().submit(SQL)).id()).isNotEqualTo(first);
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgainAndTheTaskIsThere() {
        msq.lost = 1;

        assertThat(time.finish(druid.sql().submit(SQL)).id()).isEqualTo(msq.task());
        assertThat(msq.submissions).isEqualTo(2);
    }

    @Test
    void theSameStatementUnderTheSameKeyIsTheSameTask() {
        TaskHandle first = time.finish(druid.sql().submit(SQL, o -> o.idempotencyKey(KEY)));
        TaskHandle second = time.finish(druid.sql().submit(SQL, o -> o.idempotencyKey(KEY)));

        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void anotherStatementParameterOrContextUnderTheSameKeyIsAConflict() {
        time.finish(druid.sql().submit(SQL, o -> o.idempotencyKey(KEY)));

        assertThat(time.failure(druid.sql().submit(SQL + " ", o -> o.idempotencyKey(KEY))))
                .isInstanceOf(TaskConflictException.class);
        assertThat(time.failure(
                        druid.sql().submit(SQL, o -> o.idempotencyKey(KEY).parameters(1))))
                .isInstanceOf(TaskConflictException.class);
        assertThat(time.failure(
                        druid.sql().submit(SQL, o -> o.idempotencyKey(KEY).context("maxNumTasks", 2))))
                .isInstanceOf(TaskConflictException.class);
    }

    /** The order in a {@code Map.of} is another one in each process. */
    @Test
    void theOrderInsideTheContextDoesNotCount() {
        Map<String, Integer> one = new LinkedHashMap<>(Map.of("a", 1));
        one.put("b", 2);
        Map<String, Integer> two = new LinkedHashMap<>(Map.of("b", 2));
        two.put("a", 1);
        TaskHandle first =
                time.finish(druid.sql().submit(SQL, o -> o.idempotencyKey(KEY).context("map", one)));

        assertThat(time.finish(druid.sql()
                                .submit(SQL, o -> o.idempotencyKey(KEY).context("map", two)))
                        .id())
                .isEqualTo(first.id());
    }

    @Test
    void theOrderOfTheContextDoesNotCount() {
        time.finish(druid.sql()
                .submit(SQL, o -> o.idempotencyKey(KEY).context("a", 1).context("b", 2)));

        assertThat(time.finish(druid.sql()
                                .submit(
                                        SQL,
                                        o -> o.idempotencyKey(KEY)
                                                .context("b", 2)
                                                .context("a", 1)))
                        .id())
                .isEqualTo(msq.task());
    }

    @Test
    void aBrokerThatLostTheOverlordLeavesItOpen() {
        server.answers(status(
                500,
                "{\"taskId\":\"x\",\"state\":\"FAILED\",\"error\":{\"error\":\"druidException\",\"errorCode\":\"general\","
                        + "\"persona\":\"DEVELOPER\",\"category\":\"UNCATEGORIZED\",\"errorMessage\":\"java.io.IOException:"
                        + " connection reset\",\"context\":{}}}"));

        assertThat(time.failure(druid.sql().submit(SQL, o -> o.idempotencyKey(KEY))))
                .isInstanceOfSatisfying(
                        TaskUnconfirmedException.class,
                        e -> assertThat(e.taskId()).isEqualTo("query-" + QUERY))
                .hasMessageContaining("connection reset");
    }

    @Test
    void aStatementThatDruidRefusesFailsInDruidsWords() {
        server.answers(status(
                400,
                "{\"taskId\":\"x\",\"state\":\"FAILED\",\"error\":{\"error\":\"druidException\","
                        + "\"errorCode\":\"invalidInput\",\"persona\":\"USER\",\"category\":\"INVALID_INPUT\","
                        + "\"errorMessage\":\"Object 'nope' not found (line [1], column [18])\",\"context\":{}}}"));

        assertThat(time.failure(druid.sql().submit(SQL)))
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("Object 'nope' not found");
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void aClusterWithoutMultiStageQueriesSaysWhichExtensionItLacks() {
        server.answers(status(405));

        assertThat(time.failure(druid.sql().submit(SQL)))
                .isInstanceOfSatisfying(
                        ExtensionMissingException.class,
                        e -> assertThat(e.extension()).isEqualTo("druid-multi-stage-query"))
                .hasMessageContaining("add it to druid.extensions.loadList");
        assertThat(time.failure(druid.sql().submitStatement(SQL))).isInstanceOf(ExtensionMissingException.class);

        server.answers(status(404));
        StatementHandle statement = druid.sql().attachStatement("query-x");
        assertThat(time.failure(statement.status())).isInstanceOf(ExtensionMissingException.class);
        assertThat(time.failure(statement.cancel())).isInstanceOf(ExtensionMissingException.class);
    }

    @Test
    void aStatementForLaterIsSubmittedJustTheSame() {
        msq.lost = 1;
        StatementHandle statement = time.finish(druid.sql().submitStatement("SELECT 1", o -> o.idempotencyKey(KEY)));

        assertThat(statement.id()).isEqualTo("query-" + QUERY);
        assertThat(msq.taken.path("context").path("executionMode").asText()).isEqualTo("ASYNC");
        assertThat(time.elapsed()).isLessThan(Duration.ofMinutes(1));
    }
}
