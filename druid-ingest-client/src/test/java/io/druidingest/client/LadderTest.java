package io.druidingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.IngestEvent.Outcome;
import io.druidingest.client.IngestEvent.Rung;
import io.druidingest.client.model.TaskState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a task is waited for, what is told of it, and when a SUCCESS is none. */
class LadderTest {

    private static final String SEGMENT =
            "wikipedia_2024-01-01T00:00:00.000Z_2024-01-02T00:00:00.000Z_2026-11-20T13:49:57.951Z";

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final TestCluster cluster = new TestCluster();
    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private final DruidClient druid = Overheard.client()
            .url(server.uri().toString())
            .time(time)
            .listener(new IngestListener() {
                @Override
                public void onOutcome(Outcome outcome) {
                    outcomes.add(outcome);
                }
            })
            .build();
    private final TaskHandle task = druid.tasks().attach(TestCluster.TASK);

    @BeforeEach
    void answerAsTheClusterDoes() {
        server.script(cluster);
        cluster.used.add(SEGMENT);
        cluster.served.add(SEGMENT);
    }

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    @Test
    void theEndIsWaitedForNoLongerThanSaid() {
        cluster.state = "RUNNING";

        assertThat(time.failure(task.completionWithin(Duration.ofMinutes(5))))
                .isInstanceOfSatisfying(TaskTimeoutException.class, e -> {
                    assertThat(e.taskId()).isEqualTo("t1");
                    assertThat(e.rung()).isEqualTo(Rung.COMPLETION);
                })
                .hasMessage("task t1 has not ended within PT5M: it waits, or still runs");
        assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void theEndIsToldInTime() {
        assertThat(time.finish(task.completionWithin(Duration.ofMinutes(5))).state())
                .isEqualTo(TaskState.SUCCESS);
        assertThat(time.timers()).isZero();
    }

    @Test
    void whoCancelsAnEndInTimeAsksNoMore() {
        cluster.state = "RUNNING";
        CompletableFuture<?> end = task.completionWithin(Duration.ofMinutes(5));
        time.advance(Duration.ofSeconds(10));
        end.cancel(true);
        int before = cluster.asked.size();
        time.advance(Duration.ofMinutes(10));

        assertThat(cluster.asked).hasSize(before);
        assertThat(time.timers()).isZero();
    }

    @Test
    void eachWaitingIsToldOnceWithItsTime() {
        cluster.state = "RUNNING";
        CompletableFuture<?> completion = task.completion();
        CompletableFuture<?> published = task.published();
        CompletableFuture<?> queryable = task.queryable();
        time.advance(Duration.ofMinutes(1));
        cluster.state = "SUCCESS";
        time.finish(CompletableFuture.allOf(completion, published, queryable));

        assertThat(outcomes)
                .extracting(Outcome::rung)
                .containsExactlyInAnyOrder(Rung.COMPLETION, Rung.PUBLISHED, Rung.QUERYABLE);
        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.taskId()).isEqualTo("t1");
            assertThat(outcome.failure()).isNull();
            assertThat(outcome.duration()).isGreaterThan(Duration.ofMinutes(1));
        });
    }

    @Test
    void aWaitingThatFailsIsToldWithItsFailure() {
        cluster.state = "FAILED";
        time.failure(task.queryable());

        assertThat(outcomes)
                .singleElement()
                .satisfies(o -> assertThat(o.failure()).isInstanceOf(TaskFailedException.class));
    }

    @Test
    void aWaitingThatIsGivenUpIsToldAsThat() {
        cluster.state = "RUNNING";
        task.queryable().cancel(true);

        assertThat(outcomes)
                .singleElement()
                .satisfies(o -> assertThat(o.failure()).isInstanceOf(CancellationException.class));
    }

    @Test
    void aTaskThatLoadedTooFewRowsIsHollow() {
        rows(0, 0, 0);

        assertThat(time.failure(task.expecting(p -> p.atLeastRows(1)).queryable()))
                .isInstanceOfSatisfying(HollowTaskException.class, e -> {
                    assertThat(e.status().id()).isEqualTo("t1");
                    assertThat(e.report()).isNotNull();
                    assertThat(e.violations()).containsExactly("loaded 0 rows, and should have loaded 1 or more");
                })
                .hasMessageStartingWith(
                        "task t1 ended in SUCCESS, but it loaded 0 rows, and should have loaded 1 or more");
        assertThat(cluster.asked).noneMatch(a -> a.contains("sql"));
    }

    @Test
    void allThatIsNotMetIsToldAndTheRowsAreShown() {
        rows(90, 7, 3);

        assertThat(time.failure(task.expecting(
                                p -> p.atLeastRows(91).maxUnparseable(0.03).maxThrownAway(0.02))
                        .published()))
                .isInstanceOfSatisfying(HollowTaskException.class, e -> {
                    assertThat(e.violations())
                            .containsExactly(
                                    "loaded 90 rows, and should have loaded 91 or more",
                                    "could not parse 7 of 100 rows, which is more than 3.0 %",
                                    "threw away 3 of 100 rows, which is more than 2.0 %");
                    assertThat(e.parseErrors())
                            .singleElement()
                            .satisfies(row -> assertThat(row.input()).isEqualTo("{broken"));
                })
                .hasMessageNotContaining("{broken"); // rows may be secret
    }

    @Test
    void aTaskThatLoadedEnoughIsNotHollow() {
        rows(90, 7, 3);

        assertThat(time.finish(task.expecting(p ->
                                        p.atLeastRows(90).maxUnparseable(0.07).maxThrownAway(0.03))
                                .queryable())
                        .isEmpty())
                .isFalse();
    }

    @Test
    void expectationsAddUp() {
        rows(90, 7, 3);
        TaskHandle strict = task.expecting(p -> p.atLeastRows(91)).expecting(p -> p.maxUnparseable(0));

        assertThat(time.failure(strict.queryable()))
                .isInstanceOfSatisfying(
                        HollowTaskException.class,
                        e -> assertThat(e.violations()).hasSize(2));
        assertThat(time.finish(strict.completion()).state()).isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void whatTellsNothingOfItsRowsMeetsNoExpectation() {
        cluster.published = null;

        assertThat(time.failure(task.expecting(p -> p.maxUnparseable(0.5)).queryable()))
                .isInstanceOf(HollowTaskException.class)
                .hasMessageContaining("it tells nothing of its rows");
        assertThat(time.finish(task.queryable()).segments()).hasSize(1);
    }

    @Test
    void aTaskThatFailedIsNotHollow() {
        cluster.state = "FAILED";

        assertThat(time.failure(task.expecting(p -> p.atLeastRows(1)).queryable()))
                .isInstanceOf(TaskFailedException.class);
    }

    @Test
    void theExpectationCanComeWithTheSubmission() {
        rows(0, 0, 0);
        TaskHandle submitted = time.finish(druid.tasks()
                .submit(
                        TestTasks.LOAD.toBuilder().id(TestCluster.TASK).build(),
                        o -> o.outcome(p -> p.atLeastRows(1))));

        assertThat(time.failure(submitted.queryable())).isInstanceOf(HollowTaskException.class);
        assertThat(cluster.asked.get(0)).startsWith("/druid/indexer/v1/task ").doesNotContain("atLeastRows");
    }

    @Test
    void expectationsHaveToMakeSense() {
        assertThatThrownBy(() -> task.expecting(p -> p.atLeastRows(-1)))
                .hasMessage("atLeastRows must not be negative, but is -1");
        assertThatThrownBy(() -> task.expecting(p -> p.maxUnparseable(1.1)))
                .hasMessage("maxUnparseable must be from 0 to 1, not 1.1");
        assertThatThrownBy(() -> task.expecting(p -> p.maxThrownAway(Double.NaN)))
                .hasMessage("maxThrownAway must be from 0 to 1, not NaN");
    }

    private void rows(int processed, int unparseable, int thrownAway) {
        cluster.reported = "\"unparseableEvents\":{\"buildSegments\":[{\"input\":\"{broken\",\"details\":[\"no\"]}]},"
                + "\"rowStats\":{\"buildSegments\":{\"processed\":" + processed + ",\"unparseable\":" + unparseable
                + ",\"thrownAway\":" + thrownAway + "}},";
    }
}
