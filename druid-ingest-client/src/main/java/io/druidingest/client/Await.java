package io.druidingest.client;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * For those who would rather wait: {@code Await.result(druid.tasks().submit(load))}. Whatever the client gives a future of
 * can be waited for so; an exception comes as it is, not wrapped, with the place of the call in it.
 */
public final class Await {

    private Await() {}

    /**
     * Waits for as long as it takes: the client itself has time-outs for all that it does.
     *
     * @throws io.druidingest.DruidIngestException what the future failed with
     * @throws InterruptedException if the thread is interrupted, by which the future is cancelled: its requests end
     */
    public static <T extends @Nullable Object> T result(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        }
    }

    /**
     * Waits no longer than that.
     *
     * @throws io.druidingest.DruidIngestException what the future failed with
     * @throws TimeoutException if the time is up, by which the future is cancelled: its requests end, and what they have
     *     done on the cluster stays
     * @throws InterruptedException if the thread is interrupted, by which the future is cancelled, too
     */
    public static <T extends @Nullable Object> T result(CompletableFuture<T> future, Duration timeout)
            throws InterruptedException, TimeoutException {
        try {
            return future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException | TimeoutException e) {
            future.cancel(true);
            throw e;
        }
    }

    /** The exception itself, which tells where it arose; where it was waited for is added. */
    private static RuntimeException unwrapped(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof RuntimeException) {
            cause.addSuppressed(new Waited());
            return (RuntimeException) cause;
        }
        if (cause instanceof Error) {
            throw (Error) cause;
        }
        CancellationException unexpected = new CancellationException("a future failed");
        unexpected.initCause(cause);
        return unexpected;
    }

    /** Where it was waited for. */
    private static final class Waited extends Exception {

        private static final long serialVersionUID = 1L;

        Waited() {
            super("waited for here");
        }
    }
}
