package io.druidingest.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.ManualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestPoolTest {

    private static final Duration REAL_PATIENCE = Duration.ofSeconds(10);

    private final CompletableFuture<Runnable> leftToCallbacks = new CompletableFuture<>();
    private final RequestPool pool = new RequestPool(1, new ManualTime(), leftToCallbacks::complete);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void anInterruptMeantForOneTaskDoesNotHitTheNext() {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        pool.execute(() -> {
            await(queued);
            Thread.currentThread().interrupt(); // as a cancelling that comes too late does
        });
        pool.execute(() -> interrupted.complete(Thread.currentThread().isInterrupted()));
        queued.countDown();

        assertThat(interrupted).succeedsWithin(REAL_PATIENCE).isEqualTo(false);
    }

    @Test
    void aClosedPoolTakesNothing() {
        pool.close();

        assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void whatComesAfterATaskIsRunByItsThreadAndHoldsUpNoOther() {
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Thread> task = new CompletableFuture<>();
        CompletableFuture<Thread> after = new CompletableFuture<>();
        CompletableFuture<Thread> other = new CompletableFuture<>();
        pool.execute(() -> {
            task.complete(Thread.currentThread());
            pool.afterwards(() -> {
                after.complete(Thread.currentThread());
                await(release);
            });
        });
        assertThat(after).succeedsWithin(REAL_PATIENCE).isSameAs(task.join());

        pool.execute(() -> other.complete(Thread.currentThread())); // there is room for one task, and none is running

        assertThat(other).succeedsWithin(REAL_PATIENCE).isNotSameAs(task.join());
        assertThat(leftToCallbacks).isNotDone();
        release.countDown();
    }

    @Test
    void whereATaskWaitsForTheThreadTheCallbacksRunWhatComesAfter() {
        CountDownLatch queued = new CountDownLatch(1);
        Runnable after = () -> {};
        pool.execute(() -> {
            await(queued);
            pool.afterwards(after);
        });
        pool.execute(() -> {});
        queued.countDown();

        assertThat(leftToCallbacks).succeedsWithin(REAL_PATIENCE).isSameAs(after);
    }

    @Test
    void onAnyOtherThreadTheCallbacksRunWhatComesAfter() {
        Runnable after = () -> {};
        pool.afterwards(after);

        assertThat(leftToCallbacks).isCompletedWithValue(after);
    }

    @Test
    void closingInterruptsATaskAndNotWhatComesAfterOne() {
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Boolean> after = new CompletableFuture<>();
        CountDownLatch oneIsOver = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        pool.execute(() -> pool.afterwards(() -> {
            oneIsOver.countDown();
            await(release);
            after.complete(Thread.interrupted());
        }));
        await(oneIsOver);
        pool.execute(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        await(begun);

        pool.close();
        await(interrupted);
        release.countDown();

        assertThat(after).succeedsWithin(REAL_PATIENCE).isEqualTo(false);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
