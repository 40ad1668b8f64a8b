package io.druidingest.testkit.contract;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskConflictException;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.TaskListOptions;
import io.druidingest.client.TaskTimeoutException;
import io.druidingest.client.model.TaskPhase;
import io.druidingest.client.model.TaskState;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.json.SpecJson;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.NoopTask;
import io.druidingest.spec.Task;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.Shows;
import io.druidingest.unit.Interval;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** How tasks are taken, told of and stopped. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TaskCases {

    private static final Interval BOTH_DAYS = Interval.of("2026-01-01/2026-01-03");

    private final Stage stage;
    private final DruidClient druid;

    /** Two loads have gone into it, one after the other. */
    private final String dataSource = Loads.newDataSource();

    private final IndexParallelTask load = Loads.inline(dataSource, Loads.rows(2));
    private String older = "";
    private String newer = "";

    TaskCases(Stage stage) {
        this.stage = stage;
        this.druid = stage.druid();
    }

    @BeforeAll
    void load() {
        stage.finds(p -> p.rows(2));
        older = ended(load).id();
        newer = ended(load).id();
    }

    @Test
    @Shows("GET /druid/indexer/v1/tasks")
    void theNewestIsListedFirst() {
        assertThat(listed(o -> o)).containsExactly(newer, older);
    }

    @Test
    void tasksAreListedByStateTypeAndNumber() {
        assertThat(listed(o -> o.state(TaskPhase.COMPLETE)
                        .type("index_parallel")
                        .max(1)
                        .createdWithin(Duration.ofHours(1))))
                .containsExactly(newer);
    }

    @Test
    void whatHasEndedIsNotAmongWhatRuns() {
        assertThat(listed(o -> o.state(TaskPhase.RUNNING))).isEmpty();
        assertThat(listed(o -> o.state(TaskPhase.PENDING))).isEmpty();
    }

    @Test
    void tasksOfAnotherTypeAreNotListed() {
        assertThat(listed(o -> o.type("kill"))).isEmpty();
    }

    @Test
    void whatIsOlderThanIsAskedForIsNotListed() {
        stage.until(
                "a moment to pass",
                () -> listed(o -> o.createdWithin(Duration.ofMillis(1))).isEmpty());
        assertThat(listed(o -> o.createdWithin(Duration.ofHours(1)))).hasSize(2);
    }

    @Test
    void aListTellsWhatEachIs() {
        List<TaskStatus> all = stage.await(druid.tasks().list(o -> o.dataSource(dataSource)));

        assertThat(all).allSatisfy(status -> {
            assertThat(status).succeeded();
            assertThat(status.phase()).isEqualTo(TaskPhase.COMPLETE);
            assertThat(status.type()).isEqualTo("index_parallel");
            assertThat(status.groupId()).isEqualTo(status.id());
            assertThat(status.dataSource()).isEqualTo(dataSource);
        });
    }

    @Test
    @Shows("POST /druid/indexer/v1/taskStatus")
    void ofManyOnlyThoseAreToldThatThereAre() {
        assertThat(stage.await(druid.tasks().statuses(List.of(older, newer, "nobody"))))
                .containsOnlyKeys(older, newer)
                .allSatisfy((id, status) -> assertThat(status).succeeded());
    }

    @Test
    @Shows("GET /druid/indexer/v1/task/{id}/status")
    void oneThatHasEndedIsComplete() {
        TaskStatus status = stage.await(druid.tasks().status(older));

        assertThat(status).succeeded();
        assertThat(status.phase()).isEqualTo(TaskPhase.COMPLETE);
        assertThat(status.duration()).isPositive();
        assertThat(status.errorMessage()).isNull();
    }

    @Test
    @Shows("GET /druid/indexer/v1/task/{id}")
    void thePayloadIsWhatWasSubmitted() {
        Task payload = stage.await(druid.tasks().payload(older));

        assertThat(payload).isInstanceOf(IndexParallelTask.class);
        assertThat(payload.id()).isEqualTo(older);
        assertThat(SpecJson.diff(load.spec(), ((IndexParallelTask) payload).spec()))
                .isEmpty();
    }

    @Test
    void thePayloadHasWhatDruidAdds() {
        JsonNode payload = stage.await(druid.tasks().rawPayload(older));

        assertThat(payload.at("/resource/requiredCapacity").asInt()).isEqualTo(1);
        assertThat(payload.at("/resource/availabilityGroup").asText()).isEqualTo(older);
        assertThat(payload.path("groupId").asText()).isEqualTo(older);
        assertThat(payload.at("/context/forceTimeChunkLock").asBoolean()).isTrue();
    }

    @Test
    void theSameUnderTheSameKeyIsTheSameTask() {
        String key = Loads.newDataSource();
        NoopTask noop = NoopTask.of(t -> t.runTime(1));

        TaskHandle one = stage.await(druid.tasks().submit(noop, o -> o.idempotencyKey(key)));
        TaskHandle two = stage.await(druid.tasks().submit(noop, o -> o.idempotencyKey(key)));

        assertThat(two.id()).isEqualTo(one.id());
    }

    @Test
    void somethingElseUnderTheSameKeyIsAConflict() {
        String key = Loads.newDataSource();
        stage.await(druid.tasks().submit(NoopTask.of(t -> t.runTime(1)), o -> o.idempotencyKey(key)));

        assertThatThrownBy(() ->
                        stage.await(druid.tasks().submit(NoopTask.of(t -> t.runTime(2)), o -> o.idempotencyKey(key))))
                .hasCauseInstanceOf(TaskConflictException.class);
    }

    @Test
    void aTaskThatDoesNothingTakesItsTime() {
        TaskHandle noop = ended(NoopTask.of(t -> t.runTime(700)));

        assertThat(stage.await(noop.status()).duration()).isBetween(Duration.ofMillis(700), Duration.ofSeconds(10));
    }

    @Test
    void waitingEndsWithTheTimeGivenAndTheTaskGoesOn() {
        TaskHandle noop = submitted(NoopTask.of(t -> t.runTime(60_000)));

        assertThatThrownBy(() -> stage.await(noop.completionWithin(Duration.ofMillis(300))))
                .hasCauseInstanceOf(TaskTimeoutException.class)
                .hasMessageContaining(noop.id());
        assertThat(stage.await(noop.status()).state()).isEqualTo(TaskState.RUNNING);
        stage.await(noop.shutdown());
    }

    @Test
    @Shows({"POST /druid/indexer/v1/task", "POST /druid/indexer/v1/task/{id}/shutdown"})
    void aTaskThatIsShutDownHasFailed() {
        TaskHandle noop = submitted(NoopTask.of(t -> t.runTime(60_000)));

        stage.await(noop.shutdown());

        assertThat(stage.await(noop.completion())).failedWith("Shutdown request from user");
    }

    @Test
    void shuttingDownWhatHasEndedChangesNothing() {
        stage.await(druid.tasks().shutdown(older));

        assertThat(stage.await(druid.tasks().status(older))).succeeded();
    }

    @Test
    void aHandleCanBeHadFromTheIdAlone() {
        assertThat(stage.await(druid.tasks().attach(newer).completion())).succeeded();
    }

    @Test
    void manyAreWaitedForTogether() {
        List<TaskHandle> both =
                List.of(druid.tasks().attach(newer), druid.tasks().attach(older));

        List<TaskStatus> ends = stage.await(druid.tasks().awaitAll(both, TaskHandle::completion));

        assertThat(ends).extracting(TaskStatus::id).containsExactly(newer, older);
    }

    @Test
    @Shows("POST /druid/indexer/v1/lockedIntervals/v2")
    void aLoadThatRunsLocksItsIntervals() {
        withUnending(running -> assertThat(stage.await(druid.tasks().lockedIntervals(dataSource(running), o -> o)))
                .containsExactly(BOTH_DAYS));
    }

    @Test
    @Shows("POST /druid/indexer/v1/activeLocks")
    void aLockTellsWhoHoldsIt() {
        withUnending(running -> assertThat(stage.await(druid.tasks()
                        .activeLocks(
                                dataSource(running), o -> o.priority(50).intervals(Interval.of("2026-01-02/P1D")))))
                .singleElement()
                .satisfies(lock -> {
                    assertThat(lock.groupId()).isEqualTo(running.id());
                    assertThat(lock.dataSource()).isEqualTo(dataSource(running));
                    assertThat(lock.type()).isEqualTo("EXCLUSIVE");
                    assertThat(lock.priority()).isEqualTo(50);
                    assertThat(lock.isRevoked()).isFalse();
                    assertThat(lock.version()).isNotEmpty();
                    assertThat(lock.interval()).isEqualTo(BOTH_DAYS);
                }));
    }

    @Test
    void locksOfAnotherTimeOrAHigherPriorityAreNotTold() {
        withUnending(running -> {
            assertThat(stage.await(druid.tasks()
                            .activeLocks(dataSource(running), o -> o.intervals(Interval.of("2030-01-01/P1D")))))
                    .isEmpty();
            assertThat(stage.await(druid.tasks().activeLocks(dataSource(running), o -> o.priority(51))))
                    .isEmpty();
        });
    }

    @Test
    void whatHasEndedHoldsNoLock() {
        assertThat(stage.await(druid.tasks().lockedIntervals(dataSource, o -> o)))
                .isEmpty();
    }

    @Test
    void allTasksOfADatasourceAreStoppedTogether() {
        withUnending(running -> {
            assertThat(stage.await(druid.tasks().shutdownAll(dataSource(running))))
                    .containsExactly(running.id());
            assertThat(stage.await(running.completion())).failedWith("Shutdown request from user");
            assertThat(stage.await(druid.tasks().shutdownAll(dataSource(running))))
                    .isEmpty();
        });
    }

    @Test
    @Shows("DELETE /druid/indexer/v1/pendingSegments/{datasource}")
    void whereNothingIsPendingNothingIsDeleted() {
        assertThat(stage.await(druid.tasks().deletePendingSegments(dataSource, Interval.of("2000-01-01/2100-01-01"))))
                .isZero();
    }

    private static String dataSource(TaskHandle running) {
        return running.id();
    }

    /** Has a load run, whose id is the name of its datasource. */
    private void withUnending(Consumer<TaskHandle> what) {
        String own = Loads.newDataSource();
        stage.withUnending(own, unending -> {
            TaskHandle running = submitted(unending.toBuilder().id(own).build());
            stage.until(
                    "it to run",
                    () -> stage.await(running.status()).phase() == TaskPhase.RUNNING
                            && !stage.await(druid.tasks().lockedIntervals(own, o -> o))
                                    .isEmpty());
            try {
                what.accept(running);
            } finally {
                stage.await(running.shutdown());
            }
        });
    }

    private List<String> listed(UnaryOperator<TaskListOptions> options) {
        return stage.await(druid.tasks().list(o -> options.apply(o.dataSource(dataSource)))).stream()
                .map(TaskStatus::id)
                .collect(Collectors.toList());
    }

    private TaskHandle submitted(Task task) {
        return stage.await(druid.tasks().submit(task));
    }

    private TaskHandle ended(Task task) {
        TaskHandle handle = submitted(task);
        TaskStatus end = stage.await(handle.completion());
        assertThat(end).succeeded();
        return handle;
    }
}
