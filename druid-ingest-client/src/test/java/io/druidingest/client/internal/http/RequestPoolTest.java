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

class RequestPoolTest {

    private final RequestPool pool = new RequestPool(1, new ManualTime());

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

        assertThat(interrupted).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
    }

    @Test
    void aClosedPoolTakesNothing() {
        pool.close();

        assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
