package io.druidingest.testkit;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.TaskNotFoundException;
import io.druidingest.client.model.SampleResult;
import io.druidingest.client.model.TaskLock;
import io.druidingest.client.model.TaskPhase;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.input.InputSource;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.NoopTask;
import io.druidingest.spec.Task;
import io.druidingest.testkit.junit5.LocalDruidExtension;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.unit.Interval;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every question about tasks, to a real Druid. */
@ExtendWith(LocalDruidExtension.class)
class TasksIT {

    private final DruidClient druid;
    private final String dataSource = Loads.newDataSource();

    TasksIT(DruidClient druid) {
        this.druid = druid;
    }

    @Test
    @Shows({
        "GET /druid/indexer/v1/tasks",
        "POST /druid/indexer/v1/taskStatus",
        "GET /druid/indexer/v1/task/{id}/status",
        "POST /druid/indexer/v1/task"
    })
    void tasksAreListedByWhatTheyAre() {
        TaskHandle one = submit(Loads.inline(dataSource, Loads.rows(1)));
        one.completion().join();
        TaskHandle two = submit(Loads.inline(dataSource, Loads.rows(2)));
        two.completion().join();

        assertThat(list()).containsExactly(two.id(), one.id());
        assertThat(druid.tasks()
                        .list(o -> o.dataSource(dataSource)
                                .state(TaskPhase.COMPLETE)
                                .type("index_parallel")
                                .max(1)
                                .createdWithin(Duration.ofHours(1)))
                        .join())
                .singleElement()
                .satisfies(status -> {
                    assertThat(status).succeeded();
                    assertThat(status.id()).isEqualTo(two.id());
                    assertThat(status.phase()).isEqualTo(TaskPhase.COMPLETE);
                    assertThat(status.type()).isEqualTo("index_parallel");
                    assertThat(status.groupId()).isEqualTo(two.id());
                });
        assertThat(druid.tasks()
                        .list(o -> o.dataSource(dataSource).state(TaskPhase.RUNNING))
                        .join())
                .isEmpty();
        assertThat(druid.tasks()
                        .list(o -> o.dataSource(dataSource).createdWithin(Duration.ofMillis(1)))
                        .join())
                .isEmpty();
        assertThat(druid.tasks().statuses(List.of(one.id(), two.id(), "nobody")).join())
                .containsOnlyKeys(one.id(), two.id());
        assertThat(one.status().join().phase()).isEqualTo(TaskPhase.COMPLETE);
    }

    private List<String> list() {
        List<String> ids = new ArrayList<>();
        druid.tasks().list(o -> o.dataSource(dataSource)).join().forEach(status -> ids.add(status.id()));
        return ids;
    }

    @Test
    @Shows("GET /druid/indexer/v1/task/{id}")
    void thePayloadIsWhatWasSubmitted() {
        IndexParallelTask load = Loads.inline(dataSource, Loads.rows(1));
        TaskHandle task = submit(load);
        Task payload = task.payload().join();

        assertThat(payload).isInstanceOf(IndexParallelTask.class);
        assertThat(payload.id()).isEqualTo(task.id());
        assertThat(SpecJson.diff(load.spec(), ((IndexParallelTask) payload).spec()))
                .isEmpty();
        assertThat(druid.tasks()
                        .rawPayload(task.id())
                        .join()
                        .path("resource")
                        .path("requiredCapacity")
                        .asInt())
                .isEqualTo(1);
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
    @Shows({
        "POST /druid/indexer/v1/lockedIntervals/v2",
        "POST /druid/indexer/v1/activeLocks",
        "POST /druid/indexer/v1/task/{id}/shutdown",
        "GET /druid/indexer/v1/tasks"
    })
    void locksAreToldAndAllTasksOfADatasourceStopped() throws Exception {
        try (StalledSource source = new StalledSource()) {
            TaskHandle holder = submit(source.load(dataSource));
            source.awaitReader();
            TaskHandle waiting = submit(source.load(dataSource));

            assertThat(druid.tasks().lockedIntervals(dataSource, o -> o).join())
                    .containsExactly(Interval.of("2026-01-01/2026-01-03"));
            assertThat(druid.tasks()
                            .activeLocks(dataSource, o -> o.priority(50).intervals(Interval.of("2026-01-02/P1D")))
                            .join())
                    .singleElement()
                    .satisfies(lock -> {
                        assertThat(lock.groupId()).isEqualTo(holder.id());
                        assertThat(lock.dataSource()).isEqualTo(dataSource);
                        assertThat(lock.type()).isEqualTo("EXCLUSIVE");
                        assertThat(lock.priority()).isEqualTo(50);
                        assertThat(lock.isRevoked()).isFalse();
                        assertThat(lock.version()).isNotEmpty();
                        assertThat(lock.interval()).isEqualTo(Interval.of("2026-01-01/2026-01-03"));
                    });
            assertThat(druid.tasks()
                            .activeLocks(dataSource, o -> o.intervals(Interval.of("2030-01-01/P1D")))
                            .join())
                    .extracting(TaskLock::groupId)
                    .isEmpty();
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
            assertThat(druid.tasks().shutdownAll(dataSource).join()).isEmpty();
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
                c -> c.partitionsSpec(PartitionsSpec.range("page", r -> r.targetRowsPerSegment(50)))
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
    void anInputThatCannotBeReadIsTold() {
        IndexParallelTask load = Loads.inline(
                dataSource, "unused", io -> io.inputSource(InputSource.local("/does/not/exist", "*.json")), c -> c);

        assertThatThrownBy(() -> druid.tasks().sample(load, o -> o).join())
                .cause()
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("Failed to sample data");
    }

    @Test
    @Shows("DELETE /druid/indexer/v1/pendingSegments/{datasource}")
    void pendingSegmentsCanBeDeleted() {
        submit(Loads.inline(dataSource, Loads.rows(2), io -> io.appendToExisting(true), c -> c))
                .completion()
                .join();
        Interval all = Interval.of("2000-01-01/2100-01-01");

        assertThat(druid.tasks().deletePendingSegments(dataSource, all).join()).isNotNegative();
        assertThat(druid.tasks().deletePendingSegments(dataSource, all).join()).isZero();
    }

    private TaskHandle submit(Task task) {
        return druid.tasks().submit(task).join();
    }

    /** Lets whoever reads it wait, so that a load is under way for as long as a test wants. */
    private static final class StalledSource implements AutoCloseable {

        private final CountDownLatch read = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final HttpServer server;

        StalledSource() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                read.countDown();
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                exchange.close();
            });
            server.start();
        }

        IndexParallelTask load(String dataSource) {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/rows.json";
            return Loads.inline(dataSource, "unused", io -> io.inputSource(InputSource.http(url)), c -> c);
        }

        void awaitReader() throws InterruptedException {
            assertThat(read.await(60, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() {
            over.countDown();
            server.stop(0);
            threads.shutdown();
        }
    }
}
