package io.druidingest.client.internal.task;

import io.druidingest.client.Time;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Transport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A time by which work has to be done; by then it is cancelled, whatever it is about. */
public final class Deadline {

    private Deadline() {}

    /** The work, or a failure as soon as the time is up. Cancelling it cancels the work. */
    public static <T extends @Nullable Object> CompletableFuture<T> bound(
            CompletableFuture<T> work, Duration timeout, Transport transport, Supplier<? extends Throwable> late) {
        CompletableFuture<T> bounded = new CompletableFuture<>();
        Time.Timer timer = transport
                .time()
                .schedule(
                        timeout, () -> transport.callbacks().execute(() -> bounded.completeExceptionally(late.get())));
        CompletableFuture<?> unusedWork = work.whenComplete((value, failure) -> {
            if (failure == null) {
                bounded.complete(value);
            } else {
                bounded.completeExceptionally(Steps.cause(failure));
            }
        });
        CompletableFuture<?> unusedEnd = bounded.whenComplete((value, failure) -> {
            timer.cancel();
            work.cancel(true);
        });
        return bounded;
    }
}
