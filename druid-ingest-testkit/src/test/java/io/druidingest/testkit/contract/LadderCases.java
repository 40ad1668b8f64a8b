package io.druidingest.testkit.contract;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.HollowTaskException;
import io.druidingest.client.TaskFailedException;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.TaskReport;
import io.druidingest.client.model.TaskState;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.KillTask;
import io.druidingest.spec.NoopTask;
import io.druidingest.spec.Task;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.Shows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** How far tasks get, and what then holds; and what is told of those that get nowhere. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LadderCases {

    private static final String BROKEN = "{broken\n{broken too";

    private final Stage stage;
    private final DruidClient druid;

    /** Ten rows of two days have gone into it twice. */
    private final String dataSource = Loads.newDataSource();

    private List<String> older = List.of();
    private TaskHandle newer;
    private TaskHandle failed;
    private TaskHandle hollow;

    LadderCases(Stage stage) {
        this.stage = stage;
        this.druid = stage.druid();
    }

    @BeforeAll
    void load() {
        stage.finds(p -> p.rows(10));
        older = stage.await(submitted(Loads.inline(dataSource, Loads.rows(10))).queryable())
                .segments();
        newer = submitted(Loads.inline(dataSource, Loads.rows(10)));
        stage.finds(p -> p.rows(0)
                .unparseable(1)
                .fails("org.apache.druid.java.util.common.RE: Max parse exceptions[0] exceeded"));
        failed = submitted(broken(0));
        stage.finds(p -> p.rows(0).unparseable(2));
        hollow = submitted(broken(5));
        stage.await(failed.completion());
        stage.await(hollow.completion());
        stage.await(newer.queryable());
    }

    private static IndexParallelTask broken(int allowed) {
        return Loads.inline(
                Loads.newDataSource(),
                BROKEN,
                io -> io,
                c -> c.maxParseExceptions(allowed).maxSavedParseExceptions(1));
    }

    @Test
    void oneRungComesAfterTheOther() {
        assertThat(stage.await(newer.completion())).succeeded();
        List<String> published = stage.await(newer.published()).segments();
        List<String> queryable = stage.await(newer.queryable()).segments();

        assertThat(published).hasSize(2);
        assertThat(queryable).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    @Shows("GET /druid/indexer/v1/task/{id}/reports")
    void theReportOfALoadCountsRowsAndSegments() {
        TaskReport report = stage.await(newer.report());

        assertThat(report.rows().processed()).isEqualTo(10);
        assertThat(report.rows().unparseable()).isZero();
        assertThat(report.segmentsPublished()).hasValue(2);
        assertThat(report.errorMessage()).isNull();
    }

    @Test
    void aResultHasTheReport() {
        assertThat(stage.await(newer.queryable())).isNotEmpty().hasRows(10);
    }

    @Test
    void segmentsAreOfTheDaysAndOfOneVersion() {
        List<String> ids = stage.await(newer.published()).segments();

        assertThat(ids)
                .anyMatch(id -> id.startsWith(dataSource + "_2026-01-01T00:00:00.000Z_2026-01-02T00:00:00.000Z_"))
                .anyMatch(id -> id.startsWith(dataSource + "_2026-01-02T00:00:00.000Z_2026-01-03T00:00:00.000Z_"));
        assertThat(ids.stream().map(id -> id.substring(id.lastIndexOf('_'))).distinct())
                .hasSize(1);
    }

    @Test
    void aSecondLoadHidesTheFirst() {
        List<String> seen = new ArrayList<>();
        stage.await(druid.segments().timeline(dataSource))
                .values()
                .forEach(chunk -> chunk.forEach(segment -> seen.add(segment.id())));

        assertThat(seen)
                .doesNotContainAnyElementsOf(older)
                .containsExactlyInAnyOrderElementsOf(
                        stage.await(newer.published()).segments());
    }

    @Test
    void whatIsAppendedStandsBesideWhatWasThere() {
        String own = Loads.newDataSource();
        stage.finds(p -> p.rows(10));
        List<String> first = stage.await(
                        submitted(Loads.inline(own, Loads.rows(10))).published())
                .segments();

        stage.await(submitted(Loads.inline(own, Loads.rows(10), io -> io.appendToExisting(true), c -> c))
                .published());

        stage.until(
                "the Coordinator to see all", () -> stage.await(druid.segments().usedIds(own, id -> {})) == 4);
        List<String> used = new ArrayList<>();
        stage.await(druid.segments().usedIds(own, used::add));
        List<String> expected = new ArrayList<>(first);
        first.forEach(id -> expected.add(id + "_1"));
        assertThat(used).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whatDoesNothingIsThereAtOnce() {
        IngestResult result =
                stage.await(submitted(NoopTask.of(t -> t.runTime(1))).queryable());

        assertThat(result).isEmpty();
        assertThat(result.segments()).isEmpty();
    }

    @Test
    void aKillTellsThatThereWasNothing() {
        IngestResult killed = stage.await(submitted(kill(Loads.newDataSource())).queryable());

        assertThat(killed.segments()).isEmpty();
        assertThat(Objects.requireNonNull(killed.report().killUnusedSegments()).numSegmentsKilled())
                .isZero();
    }

    @Test
    void aKillTellsHowManyItRemoved() {
        String own = Loads.newDataSource();
        stage.finds(p -> p.rows(10));
        stage.await(submitted(Loads.inline(own, Loads.rows(10))).published());
        stage.await(druid.segments().markUnused(own));

        IngestResult killed = stage.await(submitted(kill(own)).queryable());

        assertThat(Objects.requireNonNull(killed.report().killUnusedSegments()).numSegmentsKilled())
                .isEqualTo(2);
    }

    @Test
    void aFailureIsDataToWhoWaitsForTheEnd() {
        assertThat(stage.await(failed.completion()).state()).isEqualTo(TaskState.FAILED);
        assertThat(stage.await(failed.completion())).failedWith("Max parse exceptions[0] exceeded");
    }

    @Test
    void aFailureIsAnErrorToWhoWaitsForSegments() {
        assertThatThrownBy(() -> stage.await(failed.published()))
                .cause()
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        e -> assertThat(e.status().id()).isEqualTo(failed.id()))
                .hasMessageContaining(failed.id() + " FAILED")
                .hasMessageContaining("Max parse exceptions[0] exceeded");
    }

    @Test
    void aFailureIsAnErrorToWhoWaitsForRows() {
        assertThatThrownBy(() -> stage.await(failed.queryable())).hasCauseInstanceOf(TaskFailedException.class);
    }

    @Test
    void theReportOfAFailureTellsWhatWentWrong() {
        TaskReport report = stage.await(failed.report());

        assertThat(report.errorMessage()).contains("Max parse exceptions[0] exceeded");
    }

    @Test
    void whatFailedHasPublishedNothing() {
        assertThat(stage.await(druid.segments().dataSources()))
                .doesNotContain(stage.await(failed.status()).dataSource());
    }

    @Test
    void aLoadThatReadNoRowSucceedsAndIsEmpty() {
        assertThat(stage.await(hollow.completion())).succeeded();
        assertThat(stage.await(hollow.queryable())).isEmpty();
    }

    @Test
    void theReportCountsWhatCouldNotBeRead() {
        assertThat(stage.await(hollow.report()).rows().unparseable()).isEqualTo(2);
        assertThat(stage.await(hollow.report()).rows().processed()).isZero();
    }

    @Test
    void whoExpectsRowsIsToldThatThereAreNone() {
        TaskHandle expecting = hollow.expecting(p -> p.atLeastRows(1).maxUnparseable(0.5));

        assertThatThrownBy(() -> stage.await(expecting.queryable()))
                .cause()
                .isInstanceOfSatisfying(HollowTaskException.class, e -> {
                    assertThat(e.status().id()).isEqualTo(hollow.id());
                    assertThat(e.violations()).hasSize(2);
                });
    }

    private static KillTask kill(String dataSource) {
        return KillTask.of(t -> t.dataSource(dataSource).interval("2026-01-01/2026-02-01"));
    }

    private TaskHandle submitted(Task task) {
        return stage.await(druid.tasks().submit(task));
    }
}
