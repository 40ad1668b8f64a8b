package io.druidingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwaitTest {

    @AfterEach
    void clear() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void theValueIsTheValue() throws Exception {
        assertThat(Await.result(CompletableFuture.completedFuture("v"))).isEqualTo("v");
        assertThat(Await.result(CompletableFuture.completedFuture("v"), Duration.ofSeconds(1)))
                .isEqualTo("v");
    }

    @Test
    void anExceptionComesAsItIsAndTellsWhereItWasWaitedFor() {
        DruidTransportException failure = new DruidTransportException("gone", false, null);

        assertThatThrownBy(() -> Await.result(CompletableFuture.failedFuture(failure)))
                .isSameAs(failure)
                .satisfies(e -> assertThat(e.getSuppressed()[0].getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(AwaitTest.class.getName())));
    }

    @Test
    void whoIsInterruptedStopsTheRequests() {
        CompletableFuture<String> future = new CompletableFuture<>();
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> Await.result(future));
        assertThat(future).isCancelled();
    }

    @Test
    void whoHasWaitedLongEnoughStopsTheRequests() {
        CompletableFuture<String> future = new CompletableFuture<>();

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> Await.result(future, Duration.ofNanos(1)));
        assertThat(future).isCancelled();
    }
}
