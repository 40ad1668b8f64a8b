package io.druidingest.client.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemTimeTest {

    private final SystemTime time = new SystemTime();

    @AfterEach
    void close() {
        time.close();
    }

    @Test
    void itIsNow() {
        Instant real = Instant.now(); // what it stands for
        assertThat(time.now()).isCloseTo(real, Assertions.within(1, ChronoUnit.MINUTES));
    }

    @Test
    void aTaskRunsLaterOnADaemon() {
        long start = time.nanos();
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        Time.Timer unused = time.schedule(Duration.ofMillis(20), () -> ran.complete(Thread.currentThread()));

        assertThat(ran).succeedsWithin(Duration.ofSeconds(10)).satisfies(thread -> {
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).startsWith("druid-client-timer");
        });
        assertThat(Duration.ofNanos(time.nanos() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }

    @Test
    void aTaskTakenBackDoesNotRun() {
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        CompletableFuture<String> later = new CompletableFuture<>();
        time.schedule(Duration.ofMillis(20), () -> cancelled.complete("ran")).cancel();
        Time.Timer unused = time.schedule(Duration.ofMillis(40), () -> later.complete("ran"));

        assertThat(later).succeedsWithin(Duration.ofSeconds(10));
        assertThat(cancelled).isNotDone();
    }

    @Test
    void nothingRunsOnceItIsClosed() {
        CompletableFuture<String> early = new CompletableFuture<>();
        CompletableFuture<String> late = new CompletableFuture<>();
        Time.Timer unused = time.schedule(Duration.ofHours(1), () -> early.complete("ran"));
        time.close();
        time.schedule(Duration.ZERO, () -> late.complete("ran")).cancel();

        assertThat(early).isNotDone();
        assertThat(late).isNotDone();
    }
}
