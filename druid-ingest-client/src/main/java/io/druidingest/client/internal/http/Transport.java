package io.druidingest.client.internal.http;

import dev.failsafe.Failsafe;
import dev.failsafe.Policy;
import io.druidingest.DruidIngestException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.Time;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls to one cluster, and sends them again where that is safe and may help. Its futures are completed on threads
 * that users may block; cancelling one ends the sending. Thread-safe.
 */
public final class Transport implements AutoCloseable {

    private final TransportConfig config;
    private final Time time;
    private final RequestPool pool;
    private final Callbacks callbacks;
    private final FailsafeScheduler scheduler;
    private final Exchange exchange;
    private final Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    public Transport(TransportConfig config, Time time) {
        this.config = config;
        this.time = time;
        this.pool = new RequestPool(config.maxInFlight(), time);
        this.callbacks = new Callbacks(time);
        this.scheduler = new FailsafeScheduler(time, pool);
        this.exchange = new Exchange(config, time);
    }

    /** Sends a call, and again for as long as {@link TransportConfig#retryFor} says while that is safe and may help. */
    public <T> CompletableFuture<T> send(Call<T> call) {
        return send(call, config.retryFor(), callbacks);
    }

    /** Sends a call just once. For our own use: what hangs on the future holds up a request thread, and must not block. */
    public <T> CompletableFuture<T> sendOnce(Call<T> call) {
        return send(call, Duration.ZERO, Runnable::run);
    }

    /** A poll on the same time and threads. */
    public Poll poll() {
        return new Poll(this, time);
    }

    /** Where futures are completed that users hold: what they hang on them may block, and stops nobody else. */
    public Executor callbacks() {
        return callbacks;
    }

    private <T> CompletableFuture<T> send(Call<T> call, Duration retryFor, Executor completer) {
        AtomicBoolean arrived = new AtomicBoolean();
        Policy<T> retries = new Retries(call.endpoint(), retryFor, time).policy();
        return handOut(
                () -> Failsafe.with(retries).with(scheduler).getAsync(() -> attempt(call, arrived)),
                failure -> arrived.get() ? orEarlierOne(failure) : failure,
                completer);
    }

    /** Asks by stages until the policy is content. */
    <T extends @Nullable Object> CompletableFuture<T> ask(Policy<T> policy, Supplier<CompletionStage<T>> question) {
        return handOut(
                () -> Failsafe.with(policy).with(scheduler).getStageAsync(question::get),
                failure -> failure,
                callbacks);
    }

    private <T> T attempt(Call<T> call, AtomicBoolean arrived) throws InterruptedException {
        boolean earlier = arrived.getAndSet(true);
        try {
            return exchange.send(call);
        } catch (DruidTransportException e) {
            arrived.set(earlier || e.mayHaveArrived());
            throw e;
        }
    }

    /** The last try did not arrive, and an earlier one may have: so the request may have. */
    private static Throwable orEarlierOne(Throwable failure) {
        return failure instanceof DruidTransportException && !((DruidTransportException) failure).mayHaveArrived()
                ? new DruidTransportException(
                        failure.getMessage() + "; an earlier try may have arrived", true, failure.getCause())
                : failure;
    }

    /** A future of the work that is completed as {@code completer} does, takes the work with it when it is cancelled, and ends with us. */
    private <T extends @Nullable Object> CompletableFuture<T> handOut(
            Supplier<CompletableFuture<T>> start, UnaryOperator<Throwable> told, Executor completer) {
        if (closed) {
            return CompletableFuture.failedFuture(closedException(false));
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        pending.add(result);
        CompletableFuture<T> work = start.get();
        CompletableFuture<?> unusedEnd = work.whenCompleteAsync(
                (value, failure) -> {
                    if (failure == null) {
                        result.complete(value);
                    } else {
                        boolean interrupted = closed && !(failure instanceof DruidIngestException);
                        result.completeExceptionally(interrupted ? closedException(true) : told.apply(failure));
                    }
                },
                completer);
        CompletableFuture<?> unusedCancel = result.whenComplete((value, failure) -> {
            pending.remove(result);
            work.cancel(true);
        });
        if (closed) {
            result.completeExceptionally(closedException(true));
        }
        return result;
    }

    private static DruidTransportException closedException(boolean mayHaveArrived) {
        return new DruidTransportException("the client was closed", mayHaveArrived, null);
    }

    /**
     * Ends everything that is pending with an exception that says so; not on this thread, since what hangs on one future
     * may wait for another.
     */
    @Override
    public void close() {
        closed = true;
        pending.forEach(p -> callbacks.execute(() -> p.completeExceptionally(closedException(true))));
        pool.close();
        callbacks.close();
    }
}
