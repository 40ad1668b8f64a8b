package io.druidingest.testkit;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.TaskConflictException;
import io.druidingest.client.TaskFailedException;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.TaskNotFoundException;
import io.druidingest.client.model.IngestResult;
import io.druidingest.input.InputSource;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.NoopTask;
import io.druidingest.testkit.junit5.RealDruid;
import io.druidingest.tuning.PartitionsSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Whole ways from a typed spec to rows in a real Druid, and the ways that end elsewhere. */
@RealDruid
class IngestionIT {

    private final DruidClient druid;
    private final String dataSource = Loads.newDataSource();

    IngestionIT(DruidClient druid) {
        this.druid = druid;
    }

    @Test
    void everyRowArrives() {
        TaskHandle task = submit(Loads.inline(dataSource, Loads.rows(1_000)));
        IngestResult result = task.queryable().join();

        assertThat(result.status()).succeeded();
        assertThat(result.isEmpty()).isFalse();
        assertThat(result.segments()).hasSize(2);
        assertThat(result.report().segmentsPublished()).hasValue(2);
        assertThat(result.report().rows().processed()).isEqualTo(1_000);
        assertThat(druid.sql()
                        .query("SELECT SUM(\"count\") AS n, SUM(added) AS added FROM \"" + dataSource + "\"")
                        .join())
                .containsExactly(Map.of("n", 1_000L, "added", 499_500L));
    }

    @Test
    void queryableMeansThatACountReturnsEveryRowFiftyTimesInARow() {
        long expected = 0;
        for (int i = 1; i <= 50; i++) {
            // a new table, more rows in it, other rows in their place, and so on
            String table = dataSource + "_" + (i - 1) / 3;
            int step = (i - 1) % 3;
            boolean append = step == 1;
            expected = append ? expected + i : i;

            IndexParallelTask load = Loads.inline(table, Loads.rows(i), io -> io.appendToExisting(append), c -> c);
            submit(load).queryable().join();

            assertThat(druid.sql()
                            .query("SELECT SUM(\"count\") AS n FROM \"" + table + "\"")
                            .join())
                    .as("load %d", i)
                    .containsExactly(Map.of("n", expected));
        }
    }

    @Test
    void aBrokenRowFailsTheTaskWithDruidsWords() {
        TaskHandle task = submit(Loads.inline(dataSource, "{broken", io -> io, c -> c.maxParseExceptions(0)));

        assertThat(task.completion().join()).failedWith("Max parse exceptions[0] exceeded");
        assertThatThrownBy(() -> task.queryable().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining(task.id() + " FAILED: ")
                .hasMessageContaining("Max parse exceptions[0] exceeded");
    }

    @Test
    void aTaskThatReadsNoFileSaysSo(LocalDruid local) throws Exception {
        Path empty = Files.createDirectories(local.workDirectory().resolve(dataSource));
        IndexParallelTask load = Loads.inline(
                dataSource, "unused", io -> io.inputSource(InputSource.local(empty.toString(), "*.json")), c -> c);

        IngestResult result = submit(load).queryable().join();

        assertThat(result.status()).succeeded();
        assertThat(result.isEmpty()).isTrue();
        assertThat(result.report().rows().processed()).isZero();
    }

    @Test
    void unparseableRowsAreCountedAndShown() {
        String data = Loads.rows(5) + "\n{broken\n{\"time\":\"yesterday\",\"page\":\"p\",\"added\":1}";
        IngestResult result = submit(Loads.inline(dataSource, data, io -> io, c -> c.maxSavedParseExceptions(10)))
                .queryable()
                .join();

        assertThat(result.report().rows().processed()).isEqualTo(5);
        assertThat(result.report().rows().unparseable()).isEqualTo(2);
        assertThat(result.report().parseErrors())
                .anySatisfy(e -> assertThat(e.input()).contains("{broken"))
                .anySatisfy(e -> assertThat(e.details().toString()).contains("yesterday"));
    }

    @Test
    void oneKeyIsOneTaskEvenFromTwoClientsAtOnce(LocalDruid local) {
        IndexParallelTask load = Loads.inline(dataSource, Loads.rows(10));
        try (DruidClient other = DruidClient.connect(local.uri().toString())) {
            List<CompletableFuture<TaskHandle>> handles = List.of(
                    druid.tasks().submit(load, o -> o.idempotencyKey(dataSource)),
                    other.tasks().submit(load, o -> o.idempotencyKey(dataSource)),
                    druid.tasks().submit(load, o -> o.idempotencyKey(dataSource)));
            handles.forEach(h -> h.join().queryable().join());
            TaskHandle again = other.tasks()
                    .submit(load, o -> o.idempotencyKey(dataSource))
                    .join();

            assertThat(handles).allMatch(h -> h.join().id().equals(again.id()));
            assertThat(druid.sql()
                            .query("SELECT task_id FROM sys.tasks WHERE datasource = ?", dataSource)
                            .join())
                    .containsExactly(Map.of("task_id", again.id()));
        }
    }

    @Test
    void oneKeyForTwoSpecsIsAConflict() {
        submit(Loads.inline(dataSource, Loads.rows(1)).toBuilder()
                .id(dataSource)
                .build());
        assertThatThrownBy(() -> submit(Loads.inline(dataSource, Loads.rows(2)).toBuilder()
                        .id(dataSource)
                        .build()))
                .hasCauseInstanceOf(TaskConflictException.class);
    }

    @Test
    void rangePartitionsAndSubTasksWork(LocalDruid local) throws Exception {
        Path folder = Files.createDirectories(local.workDirectory().resolve(dataSource));
        Files.writeString(folder.resolve("a.json"), Loads.rows(300));
        Files.writeString(folder.resolve("b.json"), Loads.rows(200));
        IndexParallelTask load = Loads.inline(
                dataSource,
                "unused",
                io -> io.inputSource(InputSource.local(folder.toString(), "*.json")),
                c -> c.partitionsSpec(PartitionsSpec.range("page", r -> r.targetRowsPerSegment(50)))
                        .forceGuaranteedRollup(true)
                        .maxNumConcurrentSubTasks(2));

        IngestResult result = submit(load).queryable().join();

        assertThat(result.report().rows().processed()).isEqualTo(500);
        assertThat(result.segments()).hasSizeGreaterThan(2);
    }

    @Test
    void aRunningTaskCanBeStoppedAndFoundAgain() {
        TaskHandle task =
                druid.tasks().submit(NoopTask.of(t -> t.runTime(600_000))).join();
        task.shutdown().join();

        TaskHandle found = druid.tasks().attach(task.id());
        assertThat(found.completion().join()).failedWith("Shutdown request from user");
        assertThat(found.status().join()).failedWith("Shutdown request from user");
    }

    @Test
    void replacingATimeByNothingSaysSo() {
        submit(Loads.inline(dataSource, Loads.rows(10))).queryable().join();
        String elsewhere = "{\"time\":\"2020-01-01T00:00:00Z\",\"page\":\"p\",\"added\":1}";

        IngestResult result = submit(Loads.inline(dataSource, elsewhere, io -> io.dropExisting(true), c -> c))
                .queryable()
                .join();

        assertThat(result.isEmpty()).isTrue();
        assertThat(result.report().rows().thrownAway()).isEqualTo(1);
    }

    @Test
    void whatDruidDoesNotKnowHasItsOwnException() {
        TaskHandle unknown = druid.tasks().attach("nobody:knows it");
        assertThatThrownBy(() -> unknown.status().join()).hasCauseInstanceOf(TaskNotFoundException.class);
        assertThatThrownBy(() -> unknown.report().join()).hasCauseInstanceOf(TaskNotFoundException.class);
        assertThatThrownBy(() -> unknown.shutdown().join()).hasCauseInstanceOf(TaskNotFoundException.class);
        assertThatThrownBy(() -> unknown.completion().join()).hasCauseInstanceOf(TaskNotFoundException.class);
        assertThatThrownBy(() -> druid.sql().query("SELECT nope FROM nope").join())
                .cause()
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("Object 'nope' not found");
    }

    private TaskHandle submit(IndexParallelTask load) {
        return druid.tasks().submit(load).join();
    }
}
