package io.druidingest.testkit;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskConflictException;
import io.druidingest.client.TaskFailedException;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.TaskNotFoundException;
import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.TaskState;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import io.druidingest.validation.SpecValidationException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeOverlordExtension.class)
class FakeOverlordTest {

    private final IndexParallelTask load = Loads.inline("wikipedia", Loads.rows(3));

    @Test
    void hoursPassWhileATestWaits(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel")
                .plan(p -> p.pending("2s").running("3h").succeeds());
        Instant start = overlord.time().now();

        TaskStatus end = overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::completion));

        assertThat(end).succeeded();
        assertThat(end.duration()).isEqualTo(Duration.ofHours(3));
        assertThat(overlord).received(load).once().hasNoUnexpectedRequests();
        assertThat(Duration.between(start, overlord.time().now()))
                .isBetween(Duration.ofHours(3), Duration.ofHours(3).plusMinutes(1));
    }

    /** Java chooses the assertion, since each method is the only one of its name. */
    @Test
    void aChainCanStandInAnAssertion(FakeOverlord overlord, DruidClient druid) {
        assertThat(overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::completion)))
                .succeeded();
        assertThat(overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::status)))
                .isNotNull();
        assertThat(overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::published)))
                .isNotEmpty();
        assertThat(overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::queryable)))
                .hasRows(3);
    }

    @Test
    void aFailureArrivesWithDruidsWords(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(p -> p.fails("Max parse exceptions[0] exceeded\n\tat somewhere"));
        TaskHandle task = overlord.await(druid.tasks().submit(load));

        assertThat(overlord.await(task.completion())).failedWith("Max parse exceptions[0] exceeded");
        assertThatThrownBy(() -> overlord.await(task.queryable()))
                .hasCauseInstanceOf(TaskFailedException.class)
                .hasMessageContaining(task.id() + " FAILED: Max parse exceptions[0] exceeded")
                .hasMessageNotContaining("at somewhere");
    }

    @Test
    void aSuccessWithoutRowsSaysSo(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(p -> p.rows(0).unparseable(7));

        IngestResult result = overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::queryable));

        assertThat(result.isEmpty()).isTrue();
        assertThat(result.report().rows().processed()).isZero();
        assertThat(result.report().rows().unparseable()).isEqualTo(7);
    }

    @Test
    void aTaskThatNeverEndsEndsWhenItIsShutDown(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(TaskPlan::neverEnds);
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        CompletableFuture<TaskStatus> end = task.completion();
        overlord.time().advance(Duration.ofDays(1));
        assertThat(end).isNotDone();
        assertThat(overlord.await(task.status()).state()).isEqualTo(TaskState.RUNNING);

        overlord.await(task.shutdown());

        assertThat(overlord.await(end)).failedWith("Shutdown request from user");
    }

    @Test
    void theSameKeyIsTheSameTask(FakeOverlord overlord, DruidClient druid) {
        try (DruidClient other = overlord.client()) {
            CompletableFuture<TaskHandle> one = druid.tasks().submit(load, o -> o.idempotencyKey("nightly"));
            CompletableFuture<TaskHandle> two = other.tasks().submit(load, o -> o.idempotencyKey("nightly"));

            assertThat(overlord.await(one).id()).isEqualTo(overlord.await(two).id());
            assertThat(overlord).received(load).once();
        }
    }

    @Test
    void theSameKeyForAnotherSpecIsAConflict(FakeOverlord overlord, DruidClient druid) {
        overlord.await(druid.tasks().submit(load, o -> o.idempotencyKey("nightly")));
        IndexParallelTask other = Loads.inline("wikipedia", Loads.rows(4));

        assertThatThrownBy(() -> overlord.await(druid.tasks().submit(other, o -> o.idempotencyKey("nightly"))))
                .hasCauseInstanceOf(TaskConflictException.class);
        assertThat(overlord).received(other).never().received(load).once();
    }

    @Test
    void withoutAKeyEachSubmissionIsATask(FakeOverlord overlord, DruidClient druid) {
        overlord.await(druid.tasks().submit(load));
        overlord.await(druid.tasks().submit(load));
        assertThat(overlord).received(load).times(2);
    }

    @Test
    void anUnknownTaskIsNotWaitedForForEver(FakeOverlord overlord, DruidClient druid) {
        TaskHandle task = druid.tasks().attach("nobody:knows it");
        assertThatThrownBy(() -> overlord.await(task.completion())).hasCauseInstanceOf(TaskNotFoundException.class);
        assertThatThrownBy(() -> overlord.await(task.status())).hasCauseInstanceOf(TaskNotFoundException.class);
        assertThatThrownBy(() -> overlord.await(task.report())).hasCauseInstanceOf(TaskNotFoundException.class);
        assertThatThrownBy(() -> overlord.await(task.shutdown())).hasCauseInstanceOf(TaskNotFoundException.class);
    }

    @Test
    void aWrongSpecNeverLeaves(FakeOverlord overlord, DruidClient druid) {
        assertThatThrownBy(() -> druid.tasks()
                        .submit(Loads.inline(
                                "wikipedia",
                                Loads.rows(1),
                                io -> io,
                                c -> c.forceGuaranteedRollup(true)
                                        .partitionsSpec(io.druidingest.tuning.PartitionsSpec.dynamic()))))
                .isInstanceOf(SpecValidationException.class);
        assertThat(overlord.requests()).isEmpty();
    }

    @Test
    void assertionsFailWithWhatWasThere(FakeOverlord overlord, DruidClient druid) {
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        TaskStatus end = overlord.await(task.completion());

        assertThatThrownBy(() -> assertThat(overlord).received(load).never())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("0 times, but it was taken 1 times")
                .hasMessageContaining(task.id());
        assertThatThrownBy(() -> assertThat(end).failedWith("anything"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but it is SUCCESS");
        overlord.onSubmit("index_parallel").plan(p -> p.fails("broken"));
        TaskStatus failed = overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::completion));
        assertThatThrownBy(() -> assertThat(failed).succeeded())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but it is FAILED: broken");
    }

    @Test
    void waitingForWhatNeverComesEnds() {
        VirtualTime time = new VirtualTime(Duration.ofMillis(300));
        repeat(time);
        assertThatThrownBy(() -> time.await(new CompletableFuture<>()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has not come within PT0.3S of real time");
    }

    @Test
    void whatIsToldOnGivingUpMayWaitForSomebodyWhoWantsTheTime() {
        VirtualTime time = new VirtualTime(Duration.ofMillis(300));
        time.dumping(() -> CompletableFuture.supplyAsync(() -> "at " + time.now())
                .orTimeout(10, TimeUnit.SECONDS)
                .join());

        assertThatThrownBy(() -> time.await(new CompletableFuture<>()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at 2026-01-01T00:00:00Z");
    }

    @Test
    @Timeout(20)
    void advancingByWhatIsDueAtOnceAgainAndAgainEnds() {
        VirtualTime time = new VirtualTime(Duration.ofMillis(300));
        time.schedule(Duration.ZERO, new Runnable() {
            @Override
            public void run() {
                time.schedule(Duration.ZERO, this);
            }
        });

        assertThatThrownBy(() -> time.advance(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has not come within PT0.3S of real time");
    }

    @Test
    void whatIsDueNextWaitsForWhatHappensNow() {
        VirtualTime time = new VirtualTime(Duration.ofMillis(300));
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = new CompletableFuture<>();
        time.schedule(Duration.ofSeconds(1), () -> {
            assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> time.await(second))
                            .join())
                    .hasMessageContaining("has not come within PT0.3S of real time");
            first.complete("at " + time.now());
        });
        time.schedule(Duration.ofSeconds(2), () -> second.complete("at " + time.now()));

        assertThat(time.await(first)).isEqualTo("at 2026-01-01T00:00:01Z");
        assertThat(time.await(second)).isEqualTo("at 2026-01-01T00:00:02Z");
    }

    private static void repeat(VirtualTime time) {
        time.schedule(Duration.ofDays(1), () -> repeat(time));
    }

    @Test
    void aTaskThatWasShutDownDoesNotReportSegments(FakeOverlord overlord, DruidClient druid) {
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.await(task.shutdown());
        assertThat(overlord.await(task.report()).errorMessage()).isEqualTo("Shutdown request from user");
        assertThat(overlord.await(task.report()).segmentsPublished()).isEmpty();
    }

    @Test
    void submittingAgainUnderTheIdOfAnUnconfirmedTaskIsTheSameTask(FakeOverlord overlord, DruidClient druid) {
        String id = overlord.await(druid.tasks().submit(load)).id();
        TaskHandle again =
                overlord.await(druid.tasks().submit(load.toBuilder().id(id).build()));
        assertThat(again.id()).isEqualTo(id);
        assertThat(overlord).received(load).once();
    }

    @Test
    void aTaskHasAnIdOrAKey(DruidClient druid) {
        assertThatThrownBy(
                        () -> druid.tasks().submit(load.toBuilder().id("mine").build(), o -> o.idempotencyKey("key")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlanRefusesWhatIsNoTime(FakeOverlord overlord) {
        assertThatThrownBy(() -> overlord.onSubmit("index_parallel").plan(p -> p.running("soon")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"soon\" is no time");
    }
}
