package io.druidingest.testkit;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.TaskNotFoundException;
import io.druidingest.client.model.SampleResult;
import io.druidingest.client.model.TaskPhase;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.input.InputSource;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.NoopTask;
import io.druidingest.spec.Task;
import io.druidingest.testkit.junit5.RealDruid;
import io.druidingest.tuning.PartitionsSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every question about tasks, to a real Druid. */
@RealDruid
class TasksIT {

    private final DruidClient druid;
    private final String dataSource = Loads.newDataSource();

    TasksIT(DruidClient druid) {
        this.druid = druid;
    }

    private List<String> list() {
        List<String> ids = new ArrayList<>();
        druid.tasks().list(o -> o.dataSource(dataSource)).join().forEach(status -> ids.add(status.id()));
        return ids;
    }

    /** The Indexer keeps no logs of single tasks; Druid serves one from where another worker would have put it. */
    @Test
    @Shows("GET /druid/indexer/v1/task/{id}/log")
    void aLogComesAsAWholeInPartAndAsAStream(LocalDruid local) throws IOException {
        TaskHandle task = submit(NoopTask.of(t -> t.runTime(1)));
        task.completion().join();
        assertThatThrownBy(() -> task.log().text().join())
                .hasCauseInstanceOf(TaskNotFoundException.class)
                .hasMessageContaining("No log was found for this task");

        Path folder = Files.createDirectories(local.workDirectory().resolve("task-logs"));
        String log = "one\ntwo\nthree\n" + "x".repeat(200_000);
        Files.writeString(folder.resolve(task.id() + ".log"), log);

        assertThat(task.log().text().join()).isEqualTo(log);
        assertThat(task.log().tail(3).text().join()).isEqualTo("xxx");
        assertThat(task.log().tail(10_000_000).text().join()).isEqualTo(log);
        assertThat(task.log().from(4).text().join()).isEqualTo(log.substring(4));
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        assertThat(task.log().from(4).copyTo(copy).join()).isEqualTo(log.length() - 4);
        assertThat(copy.toString(StandardCharsets.UTF_8)).isEqualTo(log.substring(4));
        List<String> lines = new ArrayList<>();
        assertThat(task.log().lines(lines::add).join()).isEqualTo(4);
        assertThat(lines).startsWith("one", "two", "three");
        assertThatThrownBy(() -> druid.tasks().log("nobody").text().join())
                .hasMessageContaining("Druid knows no task nobody");
    }

    @Test
    @Shows("GET /druid/indexer/v1/tasks")
    void whoseIntervalsAreLockedWaitsAndIsStoppedWithTheOthers() throws Exception {
        try (StalledSource source = new StalledSource()) {
            TaskHandle holder = submit(source.load(dataSource));
            source.awaitReader();
            TaskHandle waiting = submit(source.load(dataSource));

            assertThat(holder.status().join().phase()).isEqualTo(TaskPhase.RUNNING);
            assertThat(waiting.status().join().phase()).isEqualTo(TaskPhase.WAITING);
            assertThat(druid.tasks().shutdownAll(dataSource).join())
                    .containsExactlyInAnyOrder(holder.id(), waiting.id());
            assertThat(druid.tasks()
                            .awaitAll(List.of(holder, waiting), TaskHandle::completion)
                            .join())
                    .allSatisfy(status -> assertThat(status).failedWith("Shutdown request from user"))
                    .extracting(TaskStatus::id)
                    .containsExactly(holder.id(), waiting.id());
        }
    }

    @Test
    @Shows("POST /druid/indexer/v1/sampler")
    void theVerySpecThatIsGoingToBeSubmittedCanBeSampled() {
        String data = Loads.rows(5) + "\n{broken\n{\"time\":\"yesterday\",\"page\":\"p\",\"added\":1}";
        IndexParallelTask load = Loads.inline(
                dataSource,
                data,
                io -> io.dropExisting(true),
                c -> c.partitionsSpec(PartitionsSpec.hashed())
                        .forceGuaranteedRollup(true)
                        .maxNumConcurrentSubTasks(2));
        SampleResult sample = druid.tasks()
                .sample(load, o -> o.numRows(100).timeout(Duration.ofSeconds(5)))
                .join();

        assertThat(sample.numRowsRead()).isEqualTo(7);
        assertThat(sample.numRowsIndexed()).isEqualTo(5);
        assertThat(sample.columns())
                .containsEntry("__time", "LONG")
                .containsEntry("page", "STRING")
                .containsEntry("count", "LONG")
                .containsEntry("added", "LONG");
        assertThat(sample.rows()).hasSize(7);
        assertThat(sample.rows().get(0).parsed().path("page").asText()).isEqualTo("p0");
        assertThat(sample.rows().get(0).input().path("added").asInt()).isZero();
        assertThat(sample.rows().subList(5, 7)).allSatisfy(row -> {
            assertThat(row.isUnparseable()).isTrue();
            assertThat(row.error()).isNotEmpty();
        });
        assertThat(druid.tasks().sample(load, o -> o.numRows(2)).join().rows()).hasSize(2);
        assertThat(list()).isEmpty();
    }

    @Test
    @Shows("POST /druid/indexer/v1/sampler")
    void whatDruidRefusesOfASampleIsToldInItsWords() {
        InputSource unknown = SpecJson.read("{\"type\":\"nowhere\"}", InputSource.class, SpecJson.Mode.LENIENT);
        IndexParallelTask load = Loads.inline(dataSource, "unused", io -> io.inputSource(unknown), c -> c);

        assertThatThrownBy(() -> druid.tasks().sample(load, o -> o).join())
                .cause()
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("answered 400")
                .hasMessageContaining("nowhere");
    }

    private TaskHandle submit(Task task) {
        return druid.tasks().submit(task).join();
    }
}
