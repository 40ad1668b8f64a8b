package io.druidingest.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.ManualTime;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {

    private final ManualTime time = new ManualTime();
    private final List<Runnable> looking = new ArrayList<>();
    private final LimitedBody body = new LimitedBody(1_000, Duration.ofSeconds(60), time, looking::add);

    @Test
    void whatHasComeByTheTimeAWorkerLooksNeedsNoTimer() {
        CompletableFuture<InputStream> whole = body.getBody().toCompletableFuture();
        body.onSubscribe(new Subscription());
        body.onNext(List.of(bytes("a"), bytes("b")));
        body.onNext(List.of(bytes("c")));
        body.onComplete();

        looking.forEach(Runnable::run);

        assertThat(whole.join()).hasContent("abc");
        assertThat(time.timers()).isZero();
    }

    @Test
    void theTimerOfWhatComesLaterEndsWithIt() {
        CompletableFuture<InputStream> whole = body.getBody().toCompletableFuture();
        looking.forEach(Runnable::run);
        assertThat(time.timers()).isOne();

        body.onComplete();
        assertThat(whole.join()).isEmpty();
        assertThat(time.timers()).isZero();
    }

    @Test
    void whoIsToldFindsNoTimerLeft() {
        CompletableFuture<InputStream> whole = body.getBody().toCompletableFuture();
        looking.forEach(Runnable::run);
        CompletableFuture<Integer> timers = whole.thenApply(stream -> time.timers());
        body.onComplete();

        assertThat(timers).isCompletedWithValue(0);
    }

    @Test
    void whatIsBrokenOffBeforeItBeginsIsNotAskedFor() {
        Subscription subscription = new Subscription();
        body.getBody();
        body.breakOff();
        body.onSubscribe(subscription);

        assertThat(subscription.requested).isZero();
        assertThat(subscription.isCancelled).isTrue();
    }

    private static final class Subscription implements Flow.Subscription {

        private long requested;
        private boolean isCancelled;

        @Override
        public void request(long n) {
            requested += n;
        }

        @Override
        public void cancel() {
            isCancelled = true;
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
