package io.druidingest.client;

import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.druidingest.client.model.StatementState;
import io.druidingest.client.model.StatementStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a statement. The answers are as Druid 27 gave them. */
class StatementHandleTest {

    private static final String UNKNOWN =
            "{\"error\":\"druidException\",\"errorCode\":\"notFound\",\"persona\":\"USER\",\"category\":\"NOT_FOUND\","
                    + "\"errorMessage\":\"Query [query-s1] was not found.\",\"context\":{}}";

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final DruidClient druid =
            Overheard.client().url(server.uri().toString()).time(time).build();
    private final StatementHandle statement = druid.sql().attachStatement("query-s1");

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    /** A statement that is asked after so many times before it ends, with two pages of rows. */
    private static MockResponse statement(RecordedRequest request, int number, int ends, String end) {
        String state = number < ends ? "RUNNING" : end;
        switch (request.getTarget()) {
            case "/druid/indexer/v1/taskStatus":
                return json("{\"query-s1\":{\"id\":\"query-s1\",\"status\":\"" + state
                        + "\",\"duration\":7,\"errorMsg\":" + (state.equals("FAILED") ? "\"no room\"" : "null") + "}}");
            case "/druid/v2/sql/statements/query-s1":
                return json("{\"queryId\":\"query-s1\",\"state\":\"" + state
                        + "\",\"createdAt\":\"2026-11-21T15:48:16.286Z\",\"schema\":[{\"name\":\"page\",\"type\":\"VARCHAR\","
                        + "\"nativeType\":\"STRING\"},{\"name\":\"n\",\"type\":\"BIGINT\",\"nativeType\":\"LONG\"}],"
                        + "\"durationMs\":763,\"result\":{\"numTotalRows\":3,\"totalSizeInBytes\":126,\"dataSource\":"
                        + "\"__query_select\",\"sampleRecords\":[[\"a\",1]],\"pages\":[{\"id\":0,\"numRows\":2,"
                        + "\"sizeInBytes\":126},{\"id\":1,\"numRows\":1,\"sizeInBytes\":26}]}}");
            case "/druid/v2/sql/statements/query-s1/results?page=0&resultFormat=objectLines":
                return json("{\"page\":\"a\",\"n\":1}\n{\"page\":\"b\",\"n\":2}\n\n");
            case "/druid/v2/sql/statements/query-s1/results?page=1&resultFormat=objectLines":
                return json("{\"page\":\"c\",\"n\":3}\n\n");
            default:
                return status(404, UNKNOWN);
        }
    }

    @Test
    void rowsAreFetchedPageByPageOnceTheStatementHasEnded() {
        server.script((request, number) -> statement(request, number, 3, "SUCCESS"));
        List<Map<String, Object>> rows = new ArrayList<>();

        assertThat(time.finish(statement.results(rows::add))).isEqualTo(3);
        assertThat(rows)
                .containsExactly(
                        Map.of("page", "a", "n", 1L), Map.of("page", "b", "n", 2L), Map.of("page", "c", "n", 3L));
        assertThat(server.requests()).extracting(r -> r.getTarget()).startsWith("/druid/indexer/v1/taskStatus");
    }

    /** A row. */
    static final class Row {

        @JsonProperty
        private String page;

        @JsonProperty
        private int n;
    }

    @Test
    void rowsBecomeObjects() {
        server.script((request, number) -> statement(request, number, 1, "SUCCESS"));
        List<Row> rows = new ArrayList<>();
        time.finish(statement.results(Row.class, rows::add));

        assertThat(rows).extracting(r -> r.page + r.n).containsExactly("a1", "b2", "c3");
    }

    @Test
    void theStatusIsTyped() {
        server.script((request, number) -> statement(request, number, 1, "SUCCESS"));
        StatementStatus status = time.finish(statement.completion());

        assertThat(status.id()).isEqualTo("query-s1");
        assertThat(status.state()).isEqualTo(StatementState.SUCCESS);
        assertThat(status.duration()).isEqualTo(Duration.ofMillis(763));
        assertThat(status.columns()).containsExactly(entry("page", "VARCHAR"), entry("n", "BIGINT"));
        assertThat(status.rows()).hasValue(3);
        assertThat(status.pages()).containsExactly(0L, 1L);
        assertThat(status.error()).isNull();
    }

    @Test
    void itsTaskIsOneLikeOthers() {
        assertThat(statement.task().id()).isEqualTo("query-s1");
    }

    @Test
    void aStatusOfLittleIsReadAsWell() {
        server.answers(json("{\"queryId\":\"query-s1\",\"state\":\"PAUSED\",\"durationMs\":-1,\"errorDetails\":"
                + "{\"errorMessage\":\"no room\"}}"));
        StatementStatus status = time.finish(statement.status());

        assertThat(status.state()).isEqualTo(StatementState.UNKNOWN);
        assertThat(status.state().isTerminal()).isFalse();
        assertThat(status.duration()).isNull();
        assertThat(status.columns()).isEmpty();
        assertThat(status.rows()).isEmpty();
        assertThat(status.pages()).isEmpty();
        assertThat(status.error().message()).isEqualTo("no room");
    }

    @Test
    void thereAreNoRowsOfAStatementThatFails() {
        server.script((request, number) -> statement(request, number, 2, "FAILED"));

        assertThat(time.failure(statement.results(row -> {})))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("no room");
    }

    @Test
    void aPageThatBreaksOffIsAFailure() {
        server.script((request, number) -> request.getTarget().contains("page=1")
                ? json("{\"page\":\"c\",\"n\":3}\n")
                : statement(request, number, 1, "SUCCESS"));
        List<Map<String, Object>> rows = new ArrayList<>();

        assertThat(time.failure(statement.results(rows::add)))
                .isInstanceOf(DruidTransportException.class)
                .hasMessageContaining("breaks off");
        assertThat(rows).hasSize(2);
    }

    @Test
    void aStatementThatDruidDoesNotKnowHasItsOwnException() {
        server.answers(status(404, UNKNOWN));

        assertThat(time.failure(statement.status())).isInstanceOf(TaskNotFoundException.class);
        assertThat(time.failure(statement.cancel())).isInstanceOf(TaskNotFoundException.class);
    }

    @Test
    void aStatementCanBeCancelledWhetherItRunsOrNot() {
        server.answers(status(202), status(200));

        time.finish(statement.cancel());
        time.finish(statement.cancel());
        assertThat(server.requests())
                .extracting(r -> r.getMethod() + " " + r.getTarget())
                .containsOnly("DELETE /druid/v2/sql/statements/query-s1");
    }
}
