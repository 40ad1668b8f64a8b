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
    /** Guarded by this. */
    private Time.@Nullable Timer watch;
    /** Guarded by this. */
    private boolean over;

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
        if (whole.isDone()) { // broken off before it began
            s.cancel();
        } else {
            s.request(Long.MAX_VALUE);
        }
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
        unwatch();
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        unwatch();
        whole.complete(collected.stream());
    }

    /**
     * The rest of a short answer comes at once, and needs no timer, which would wake a thread for each: so a worker looks
     * first.
     */
    @Override
    public CompletionStage<InputStream> getBody() {
        if (!whole.isDone()) {
            workers.execute(() -> watch(patience));
        }
        return whole;
    }

    private synchronized void watch(Duration left) {
        if (!over) {
            watch = time.schedule(left, this::look);
        }
    }

    /** Done before it is told that all is there: whoever is told finds no timer left. */
    private synchronized void unwatch() {
        over = true;
        if (watch != null) {
            watch.cancel();
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
        unwatch();
        boolean isCut = whole.completeExceptionally(why);
        Flow.Subscription s = subscription; // read only now: one that comes later sees for itself
        if (isCut && s != null) {
            s.cancel();
        }
    }

    /** Gives what it holds without a copy of it: a long answer need not be in memory twice. */
    private static final class Collected extends ByteArrayOutputStream {

        InputStream stream() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }
}
