package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.StatementHandle;
import io.druidingest.client.TaskConflictException;
import io.druidingest.client.TaskFailedException;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.TaskNotFoundException;
import io.druidingest.client.model.MsqReport;
import io.druidingest.client.model.StatementState;
import io.druidingest.client.model.StatementStatus;
import io.druidingest.client.model.TaskState;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Statements that run as tasks, as a real Druid 27.0.0 answers, the last whose extension for them was published. */
@ExtendWith(FakeOverlordExtension.class)
class FakeSqlTasksTest {

    private static final String REPLACE = "REPLACE INTO \"clicks\" OVERWRITE ALL SELECT * FROM x PARTITIONED BY DAY";
    private static final String SELECT = "SELECT page, n FROM clicks";

    private final FakeOverlord overlord;
    private final DruidClient druid;

    FakeSqlTasksTest(FakeOverlord overlord, DruidClient druid) {
        this.overlord = overlord;
        this.druid = druid;
    }

    @Test
    void aReplaceIsATaskWhoseRowsCanBeQueried() {
        overlord.onSubmit("query_controller")
                .plan(p -> p.pending("5s").running("30m").rows(1_000));

        TaskHandle task = overlord.await(druid.sql().submit(REPLACE, o -> o.idempotencyKey("nightly")));
        overlord.await(task.queryable());

        TaskStatus status = overlord.await(task.status());
        assertThat(status.type()).isEqualTo("query_controller");
        assertThat(status.dataSource()).isEqualTo("clicks");
        assertThat(overlord.await(druid.sql().query("SELECT COUNT(*) FROM clicks")))
                .containsExactly(Map.of("EXPR$0", 1_000L));
        MsqReport report = Objects.requireNonNull(
                Objects.requireNonNull(overlord.await(task.report())).multiStageQuery());
        assertThat(report.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(report.rows().processed()).isEqualTo(1_000);
        assertThat(report.stages()).extracting(s -> s.processor()).containsExactly("scan", "segmentGenerator");
    }

    @Test
    void underOneKeyThereIsOneTask() {
        String id = overlord.await(druid.sql().submit(REPLACE, o -> o.idempotencyKey("nightly")))
                .id();

        assertThat(overlord.await(druid.sql().submit(REPLACE, o -> o.idempotencyKey("nightly")))
                        .id())
                .isEqualTo(id);
        assertThatThrownBy(() -> overlord.await(
                        druid.sql().submit(REPLACE.replace("clicks", "views"), o -> o.idempotencyKey("nightly"))))
                .hasCauseInstanceOf(TaskConflictException.class);
        assertThat(overlord.tasks()).hasSize(1);
    }

    @Test
    void aStatementKeepsItsRows() {
        overlord.onSql(SELECT).rows(List.of(Map.of("n", 2), Map.of("n", 3)));
        overlord.onSubmit("query_controller").plan(p -> p.pending("5s").running("1m"));

        StatementHandle statement = overlord.await(druid.sql().submitStatement(SELECT));
        assertThat(overlord.await(statement.status()).state()).isEqualTo(StatementState.ACCEPTED);
        List<Object> numbers = new ArrayList<>();
        assertThat(overlord.await(statement.results(row -> numbers.add(row.get("n")))))
                .isEqualTo(2);

        assertThat(numbers).containsExactly(2L, 3L);
        StatementStatus status = overlord.await(statement.completion());
        assertThat(status.state()).isEqualTo(StatementState.SUCCESS);
        assertThat(status.columns()).isEqualTo(Map.of("n", "BIGINT"));
        assertThat(status.rows()).hasValue(2);
        assertThat(Objects.requireNonNull(status.duration()).toSeconds()).isEqualTo(60);
        overlord.await(statement.cancel()); // it has ended, and stays so
        assertThat(overlord.await(statement.status()).state()).isEqualTo(StatementState.SUCCESS);
    }

    @Test
    void aStatementThatWritesHasNoRows() {
        overlord.onSubmit("query_controller").plan(p -> p.rows(7));

        StatementHandle statement = overlord.await(druid.sql().submitStatement(REPLACE));

        assertThat(overlord.await(statement.results(row -> {}))).isZero();
        assertThat(overlord.await(statement.status()).rows()).hasValue(7);
    }

    @Test
    void aStatementThatFailsSaysWhy() {
        overlord.onSubmit("query_controller").plan(p -> p.fails("CannotParseExternalData: Unable to parse row [x]"));
        StatementHandle statement = overlord.await(druid.sql().submitStatement(REPLACE));

        assertThatThrownBy(() -> overlord.await(statement.results(row -> {})))
                .hasCauseInstanceOf(TaskFailedException.class);
        StatementStatus status = overlord.await(statement.status());
        assertThat(status.state()).isEqualTo(StatementState.FAILED);
        assertThat(Objects.requireNonNull(status.error()).errorCode()).isEqualTo("CannotParseExternalData");
        assertThat(status.error().message()).contains("Unable to parse row [x]");
        MsqReport report = Objects.requireNonNull(Objects.requireNonNull(
                        overlord.await(druid.tasks().attach(statement.id()).report()))
                .multiStageQuery());
        assertThat(report.errorCode()).isEqualTo("CannotParseExternalData");
        assertThat(report.errorMessage()).isEqualTo("Unable to parse row [x]");
    }

    @Test
    void whatRunsIsCancelled() {
        overlord.onSubmit("query_controller").plan(p -> p.neverEnds());
        StatementHandle statement = overlord.await(druid.sql().submitStatement(REPLACE));
        assertThat(overlord.await(statement.status()).state()).isEqualTo(StatementState.RUNNING);

        overlord.await(statement.cancel());

        assertThat(overlord.await(statement.completion()).state()).isEqualTo(StatementState.FAILED);
    }

    @Test
    void whatDruidDoesNotKnowOrRefusesIsTyped() {
        StatementHandle unknown = druid.sql().attachStatement("query-nobody");

        assertThatThrownBy(() -> overlord.await(unknown.status())).hasCauseInstanceOf(TaskNotFoundException.class);
        assertThatThrownBy(() -> overlord.await(unknown.cancel())).hasCauseInstanceOf(TaskNotFoundException.class);
        assertThatThrownBy(() -> overlord.await(druid.sql().submit("SELECT nope FROM nope")))
                .hasCauseInstanceOf(DruidHttpException.class)
                .hasMessageContaining("Object 'nope' not found");
        assertThatThrownBy(() -> overlord.await(druid.sql().submitStatement("SELECT nope FROM nope")))
                .hasCauseInstanceOf(DruidHttpException.class)
                .hasMessageContaining("Object 'nope' not found");
    }
}
