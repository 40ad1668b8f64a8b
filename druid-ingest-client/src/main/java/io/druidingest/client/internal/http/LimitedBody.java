package io.druidingest.client.internal.http;

import io.druidingest.client.Time;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Collects the body of an answer, up to a limit and as long as more comes: neither a runaway answer nor one that stops
 * half-way, which no timeout of the JDK's HTTP client covers, must take the application down.
 */
final class LimitedBody implements Body {

    private final long limit;
    private final Duration patience;
    private final Time time;
    private final Executor workers;
    private final Collected collected = new Collected();
    private final CompletableFuture<InputStream> whole = new CompletableFuture<>();
    private volatile long lastNews;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile Time.@Nullable Timer watch;

    LimitedBody(long limit, Duration patience, Time time, Executor workers) {
        this.limit = limit;
        this.patience = patience;
        this.time = time;
        this.workers = workers;
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
        subscription = s;
        lastNews = time.nanos();
        s.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        lastNews = time.nanos();
        for (ByteBuffer buffer : buffers) {
            if (collected.size() + (long) buffer.remaining() > limit) {
                breakOff(new UnusableAnswer(
                        "it is longer than " + limit + " bytes; ask for less, or raise maxResponseBytes"));
                return;
            }
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            collected.write(bytes, 0, bytes.length);
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(collected.stream());
    }

    /**
     * The rest of a short answer comes at once, and needs no timer, which would wake a thread for each: so a worker looks
     * first.
     */
    @Override
    public CompletionStage<InputStream> getBody() {
        if (!whole.isDone()) {
            workers.execute(() -> {
                if (!whole.isDone()) {
                    watch(patience);
                    CompletionStage<?> unused = whole.whenComplete((stream, failure) -> unwatch());
                }
            });
        }
        return whole;
    }

    private void watch(Duration left) {
        watch = time.schedule(left, this::look);
        if (whole.isDone()) {
            unwatch();
        }
    }

    private void look() {
        long left = patience.toNanos() - (time.nanos() - lastNews);
        if (left <= 0) {
            breakOff(new HttpTimeoutException("the answer stopped coming half-way, for " + patience));
        } else {
            watch(Duration.ofNanos(left));
        }
    }

    @Override
    public void breakOff() {
        breakOff(new InterruptedIOException("cancelled"));
    }

    /** Does nothing if all of it is there: the connection serves another request then. */
    private void breakOff(IOException why) {
        Flow.Subscription s = subscription;
        if (whole.completeExceptionally(why) && s != null) {
            s.cancel();
        }
    }

    private void unwatch() {
        Time.Timer timer = watch;
        if (timer != null) {
            timer.cancel();
        }
    }

    /** Gives what it holds without a copy of it: a long answer need not be in memory twice. */
    private static final class Collected extends ByteArrayOutputStream {

        InputStream stream() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }
}
