package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.druidingest.client.Await;
import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.NodeRole;
import io.druidingest.client.StatementHandle;
import io.druidingest.client.TaskConflictException;
import io.druidingest.client.TaskFailedException;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.TaskNotFoundException;
import io.druidingest.client.model.Capabilities;
import io.druidingest.client.model.StatementState;
import io.druidingest.client.model.StatementStatus;
import io.druidingest.client.model.TaskState;
import io.druidingest.testkit.junit5.RealDruid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Multi-stage queries on a real Druid: the one release whose extension for them was published. */
@Timeout(180)
@RealDruid(version = "27.0.0")
class MsqIT {

    private final DruidClient druid;
    private final String table = Loads.newDataSource();

    MsqIT(DruidClient druid) {
        this.druid = druid;
    }

    @Test
    @Shows("POST /druid/v2/sql/task")
    void aReplaceIsATaskWhoseRowsCanBeQueried() throws InterruptedException {
        String replace = replace("a,1", "b,2");
        TaskHandle task = druid.sql()
                .submit(replace, o -> o.idempotencyKey("nightly-2026-11-20").context("maxNumTasks", 2))
                .join();
        Await.result(task.queryable());

        assertThat(Await.result(druid.sql().query("SELECT COUNT(*) AS n, SUM(n) AS total FROM \"" + table + "\"")))
                .containsExactly(Map.of("n", 2L, "total", 3L));
        assertThat(Await.result(task.status()).type()).isEqualTo("query_controller");
        assertThat(Await.result(task.status()).dataSource()).isEqualTo(table);
    }

    @Test
    void whateverOftenItIsSubmittedUnderOneKeyThereIsOneTask() throws InterruptedException {
        String sql = replace("a,1");
        List<CompletableFuture<TaskHandle>> handles = IntStream.range(0, 8)
                .mapToObj(i -> druid.sql().submit(sql, o -> o.idempotencyKey(table)))
                .collect(Collectors.toList());
        String id = Await.result(handles.get(0)).id();

        assertThat(handles).allMatch(h -> h.join().id().equals(id));
        assertThat(Await.result(druid.tasks().attach(id).completion()).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(Await.result(druid.sql().submit(sql, o -> o.idempotencyKey(table)))
                        .id())
                .isEqualTo(id);
        assertThat(Await.result(druid.sql()
                        .query(
                                "SELECT task_id FROM sys.tasks WHERE datasource = ? AND type = 'query_controller'",
                                table)))
                .containsExactly(Map.of("task_id", id));
        assertThatThrownBy(() -> Await.result(druid.sql().submit(replace("a,2"), o -> o.idempotencyKey(table))))
                .isInstanceOf(TaskConflictException.class);
    }

    /** A row. */
    static final class Row {

        @JsonProperty
        private String page;

        @JsonProperty
        private long n;
    }

    @Test
    @Shows({
        "POST /druid/v2/sql/statements",
        "GET /druid/v2/sql/statements/{id}",
        "GET /druid/v2/sql/statements/{id}/results",
        "DELETE /druid/v2/sql/statements/{id}"
    })
    void aStatementKeepsItsRows() throws InterruptedException {
        Await.result(
                Await.result(druid.sql().submit(replace("a,1", "b,2", "c,3"))).queryable());

        StatementHandle statement = Await.result(druid.sql()
                .submitStatement(
                        "SELECT page, n FROM \"" + table + "\" WHERE n > ?",
                        o -> o.parameters(1).idempotencyKey("rows of " + table)));
        List<Row> rows = new ArrayList<>();
        long count = Await.result(statement.results(Row.class, rows::add));

        assertThat(count).isEqualTo(2);
        assertThat(rows).extracting(r -> r.page + r.n).containsExactlyInAnyOrder("b2", "c3");
        StatementStatus status = Await.result(statement.completion());
        assertThat(status.state()).isEqualTo(StatementState.SUCCESS);
        assertThat(status.id()).isEqualTo(statement.id());
        assertThat(status.columns()).isEqualTo(Map.of("page", "VARCHAR", "n", "BIGINT"));
        assertThat(status.rows()).hasValue(2);
        assertThat(status.duration()).isPositive();
        assertThat(Await.result(druid.sql()
                                .submitStatement(
                                        "SELECT page, n FROM \"" + table + "\" WHERE n > ?",
                                        o -> o.parameters(1).idempotencyKey("rows of " + table)))
                        .id())
                .isEqualTo(statement.id());
        Await.result(statement.cancel()); // it has ended, and stays so
        assertThat(Await.result(druid.sql().attachStatement(statement.id()).status())
                        .state())
                .isEqualTo(StatementState.SUCCESS);
    }

    @Test
    void rowsAreFetchedOnceThereAreAny() throws InterruptedException {
        Await.result(Await.result(druid.sql().submit(replace("a,1", "b,2").replace(table, "pages")))
                .queryable());
        List<Row> rows = new ArrayList<>();

        StatementHandle statement =
                druid.sql().submitStatement("SELECT page, n FROM pages").join();
        long count = statement.results(Row.class, row -> rows.add(row)).join();

        assertThat(count).isEqualTo(2);
        assertThat(rows).hasSize(2);
    }

    @Test
    void aStatementThatWritesHasNoRows() throws InterruptedException {
        StatementHandle statement = Await.result(druid.sql().submitStatement(replace("a,1")));

        assertThat(Await.result(statement.results(row -> {}))).isZero();
        assertThat(Await.result(statement.status()).rows()).hasValue(1);
        assertThat(Await.result(statement.task().queryable()).segments()).hasSize(1);
    }

    @Test
    void aStatementThatFailsSaysWhy() throws InterruptedException {
        StatementHandle statement =
                Await.result(druid.sql().submitStatement(replace("a,1").replace("\"csv\"", "\"json\"")));

        assertThatThrownBy(() -> Await.result(statement.results(row -> {}))).isInstanceOf(TaskFailedException.class);
        StatementStatus status = Await.result(statement.status());
        assertThat(status.state()).isEqualTo(StatementState.FAILED);
        assertThat(status.error()).isNotNull();
        assertThat(status.error().message()).isNotEmpty();
    }

    @Test
    void whatDruidDoesNotKnowOrRefusesIsTyped() {
        StatementHandle unknown = druid.sql().attachStatement("query-nobody");
        assertThatThrownBy(() -> Await.result(unknown.status())).isInstanceOf(TaskNotFoundException.class);
        assertThatThrownBy(() -> Await.result(unknown.cancel())).isInstanceOf(TaskNotFoundException.class);
        assertThatThrownBy(() -> Await.result(druid.sql().submit("SELECT nope FROM nope")))
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("Object 'nope' not found");
        assertThatThrownBy(() -> Await.result(druid.sql().submitStatement("SELECT nope FROM nope")))
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("Object 'nope' not found");
    }

    @Test
    void theClusterTellsThatItHasMultiStageQueries() throws InterruptedException {
        Capabilities capabilities = Await.result(druid.cluster().capabilities());

        assertThat(capabilities.supports("query_controller")).isTrue();
        assertThat(capabilities.supports("kafka")).isFalse();
        assertThat(Await.result(druid.cluster().status(NodeRole.OVERLORD)).extensions())
                .contains("druid-multi-stage-query");
        assertThat(Await.result(druid.cluster().status(NodeRole.OVERLORD))
                        .version()
                        .isAtLeast(28))
                .isFalse();
    }

    private String replace(String... rows) {
        String data = "ts,page,n\\n"
                + IntStream.range(0, rows.length)
                        .mapToObj(i -> "2024-03-01T0" + i + ":00:00Z," + rows[i])
                        .collect(Collectors.joining("\\n"));
        return "REPLACE INTO \"" + table
                + "\" OVERWRITE ALL SELECT TIME_PARSE(ts) AS __time, page, n FROM TABLE(EXTERN("
                + "'{\"type\":\"inline\",\"data\":\"" + data
                + "\"}', '{\"type\":\"csv\",\"findColumnsFromHeader\":true}',"
                + " '[{\"name\":\"ts\",\"type\":\"string\"},{\"name\":\"page\",\"type\":\"string\"},"
                + "{\"name\":\"n\",\"type\":\"long\"}]')) PARTITIONED BY DAY";
    }
}
