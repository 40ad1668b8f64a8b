package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.Await;
import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskFailedException;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.spec.IndexParallelTask;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code that blocks, awaited. */
@Timeout(60)
class BlockingJobTest {

    private static final IndexParallelTask LOAD = Loads.inline("wikipedia", Loads.rows(1));

    private final FakeOverlord overlord = FakeOverlord.start(b -> b.watchdog(Duration.ofSeconds(10)));
    private final DruidClient druid = overlord.client();

    @AfterEach
    void close() {
        druid.close();
        overlord.close();
    }

    @Test
    void doesTheSameAtTheSameTimeEachTime() {
        Timeline first = run(7);
        for (int i = 1; i < 100; i++) {
            assertThat(run(7)).isEqualTo(first);
        }
        assertThat(run(8)).isNotEqualTo(first);
    }

    private static Timeline run(long seed) {
        try (FakeOverlord overlord = FakeOverlord.start(b -> b.seed(seed));
                DruidClient druid = overlord.client()) {
            overlord.onSubmit("index_parallel").plan(p -> p.running("1m"));
            overlord.await(() -> loadAndLook(druid));
            return overlord.timeline();
        }
    }

    /** As users write it: wait, look, think, wait. */
    private static void loadAndLook(DruidClient druid) throws InterruptedException {
        TaskHandle task = Await.result(druid.tasks().submit(LOAD, o -> o.idempotencyKey("nightly")));
        TaskStatus seen = task.status().join();
        assertThat(seen.state().isTerminal()).isFalse();
        Await.result(task.queryable());
        assertThat(druid.tasks().list().join()).isNotEmpty();
    }

    @Test
    void timeStandsStillWhileItDoesSomethingElse() {
        overlord.onSubmit("index_parallel").plan(p -> p.running("10m"));
        overlord.await(() -> {
            TaskHandle task = druid.tasks().submit(LOAD).join();
            CompletableFuture<TaskStatus> end = task.completion();
            Instant before = overlord.time().now();
            assertThat(new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)).isFalse(); // busy with something else

            assertThat(overlord.time().now()).isEqualTo(before);
            assertThat(end).isNotDone();
            assertThat(end.join().state().isTerminal()).isTrue();
            assertThat(overlord.time().now()).isAfter(before.plus(Duration.ofMinutes(10)));
        });
    }

    @Test
    void mayLetTimePassItself() {
        Instant before = overlord.time().now();

        overlord.await(() -> overlord.time().advance(Duration.ofHours(1)));

        assertThat(overlord.time().now()).isEqualTo(before.plus(Duration.ofHours(1)));
    }

    @Test
    void whatItReturnsAndThrowsComesAsItIs() {
        overlord.onSubmit("index_parallel").plan(p -> p.fails("no space"));

        assertThat(overlord.await(() -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> overlord.await(
                        () -> Await.result(druid.tasks().submit(LOAD).thenCompose(TaskHandle::queryable))))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("no space");
        assertThatThrownBy(() -> overlord.await(() -> {
                    throw new IOException("no file");
                }))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> overlord.await(() -> {
                    throw new AssertionError("wrong");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("wrong");
    }

    @Test
    void whoHangsIsStoppedAndShown() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        try (FakeOverlord impatient = FakeOverlord.start(b -> b.watchdog(Duration.ofMillis(200)))) {
            assertThatThrownBy(() -> impatient.await(() -> hang(interrupted, stopped)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has not come within PT0.2S")
                    .cause()
                    .hasMessage("the job was here")
                    .hasStackTraceContaining("BlockingJobTest.hang");
        }
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted).isTrue();
    }

    private static void hang(AtomicBoolean interrupted, CountDownLatch stopped) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.set(true);
        } finally {
            stopped.countDown();
        }
    }
}
