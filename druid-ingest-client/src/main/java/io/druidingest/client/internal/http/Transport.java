package io.druidingest.client.internal.http;

import dev.failsafe.Failsafe;
import dev.failsafe.Policy;
import io.druidingest.DruidIngestException;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.IngestEvent;
import io.druidingest.client.Time;
import io.druidingest.client.internal.future.Steps;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends calls to one cluster, and sends them again where that is safe and may help. Its futures are completed on threads
 * that users may block; cancelling one ends the sending. Thread-safe.
 */
public final class Transport implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

    private final RequestSettings settings;
    private final Addresses addresses;
    private final Time time;
    private final Events events;
    private final Workers workers;
    private final InFlight inFlight;
    private final FailsafeScheduler scheduler;
    private final Exchange exchange;
    private final Set<CompletableFuture<?>> pending;
    private final AtomicBoolean closed;

    public Transport(TransportConfig config, Time time) {
        this.settings = config.settings();
        this.addresses = config.addresses();
        this.time = time;
        this.events = new Events(config.listener());
        this.workers = new Workers(time);
        this.inFlight = new InFlight(config.maxInFlight(), workers);
        this.scheduler = new FailsafeScheduler(time, workers);
        this.exchange = new Exchange(config, time, events, workers);
        this.pending = ConcurrentHashMap.newKeySet();
        this.closed = new AtomicBoolean();
    }

    private Transport(Transport base, RequestSettings settings) {
        this.settings = settings;
        this.addresses = base.addresses;
        this.time = base.time;
        this.events = base.events;
        this.workers = base.workers;
        this.inFlight = base.inFlight;
        this.scheduler = base.scheduler;
        this.exchange = base.exchange;
        this.pending = base.pending;
        this.closed = base.closed;
    }

    /** This transport with other settings: threads and connections are the same, and closing one closes both. */
    public Transport with(RequestSettings changed) {
        return new Transport(this, changed);
    }

    public RequestSettings settings() {
        return settings;
    }

    /** The time that all of this goes by. */
    public Time time() {
        return time;
    }

    public Events events() {
        return events;
    }

    /** Sends a call, and again for as long as the settings say while that is safe and may help. */
    public <T> CompletableFuture<T> send(Call<T> call) {
        return send(call, settings.retryFor());
    }

    /** Sends a call just once. */
    public <T> CompletableFuture<T> sendOnce(Call<T> call) {
        return send(call, Duration.ZERO);
    }

    /** The call once for each node that may be meant. A Router passes it on to all of them itself. */
    public <T> List<Call<T>> toEach(Call<T> call) {
        List<URI> nodes = addresses.nodes(call.endpoint().service());
        return nodes.isEmpty() ? List.of(call) : nodes.stream().map(call::at).collect(Collectors.toList());
    }

    /** A poll on the same time and threads. */
    public Poll poll() {
        return new Poll(this, time);
    }

    /** Where futures are completed that users hold: what they hang on them may block, and stops nobody else. */
    public Executor callbacks() {
        return workers;
    }

    private <T> CompletableFuture<T> send(Call<T> call, Duration retryFor) {
        Attempts attempts = new Attempts(time.nanos());
        Policy<T> retries =
                new Retries(call.endpoint(), retryFor, time, events, workers).policy(() -> attempts.handingOver);
        return handOut(
                () -> Failsafe.with(retries).with(scheduler).getStageAsync(() -> attempt(call, attempts)),
                failure -> attempts.earlierMayHaveArrived && call.isRepeatedChange() ? orEarlierOne(failure) : failure,
                failure -> {
                    if (attempts.end()) {
                        tell(call, attempts, failure);
                    }
                });
    }

    private void tell(Call<?> call, Attempts attempts, @Nullable Throwable failure) {
        IngestEvent.Request request = new IngestEvent.Request(
                call.endpoint().toString(),
                attempts.number.get(),
                Duration.ofNanos(time.nanos() - attempts.since),
                failure);
        LOG.atDebug()
                .addKeyValue("endpoint", request.endpoint())
                .addKeyValue("attempts", request.attempts())
                .addKeyValue("duration", request.duration())
                .log("{} {}", request.endpoint(), failure == null ? "answered" : "failed: " + failure);
        events.tell(listener -> listener.onRequest(request));
    }

    /** Asks by stages until the policy is content. */
    <T extends @Nullable Object> CompletableFuture<T> ask(Policy<T> policy, Supplier<CompletionStage<T>> question) {
        return handOut(
                () -> Failsafe.with(policy).with(scheduler).getStageAsync(question::get),
                failure -> failure,
                failure -> {});
    }

    private <T> CompletableFuture<T> attempt(Call<T> call, Attempts attempts) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        inFlight.enter(() -> {
            Attempt attempt = new Attempt(attempts);
            attempts.earlierMayHaveArrived = attempts.mayHaveArrived;
            CompletableFuture<?> unused = sent(call, attempt).whenComplete((value, failure) -> {
                attempt.leave();
                if (failure == null) {
                    answer.complete(value);
                } else {
                    Throwable cause = Steps.cause(failure);
                    attempts.mayHaveArrived |= Retries.mayHaveArrived(cause);
                    answer.completeExceptionally(cause);
                }
            });
        });
        return answer;
    }

    private <T> CompletableFuture<T> sent(Call<T> call, Attempt attempt) {
        if (attempt.all.isOver()) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        attempt.all.number.incrementAndGet();
        return exchange.send(call, settings, attempt);
    }

    /** The last try came to nothing, and an earlier one may have arrived: so the request may have. */
    private static Throwable orEarlierOne(Throwable failure) {
        if (failure instanceof DruidHttpException) {
            DruidHttpException answer = (DruidHttpException) failure;
            return new DruidHttpException(
                    answer.endpoint(), answer.status(), answer.error(), answer.retryAfter(), true);
        }
        if (failure instanceof CancellationException || Retries.mayHaveArrived(failure)) {
            return failure;
        }
        Throwable cause = failure instanceof DruidTransportException ? failure.getCause() : failure;
        return new DruidTransportException(failure.getMessage() + "; an earlier try may have arrived", true, cause);
    }

    /**
     * A future of the work that takes the work with it when it is cancelled, and ends with us.
     *
     * @param ended called before whoever waits for the future goes on, and perhaps again
     */
    private <T extends @Nullable Object> CompletableFuture<T> handOut(
            Supplier<CompletableFuture<T>> start, UnaryOperator<Throwable> told, Consumer<@Nullable Throwable> ended) {
        if (closed.get()) {
            return CompletableFuture.failedFuture(closedException(false));
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        pending.add(result);
        CompletableFuture<T> work = start.get();
        CompletableFuture<?> unusedEnd = work.whenCompleteAsync(
                (value, failure) -> {
                    if (failure == null) {
                        ended.accept(null);
                        result.complete(value);
                    } else {
                        boolean interrupted = closed.get() && !(failure instanceof DruidIngestException);
                        Throwable problem = interrupted ? closedException(true) : told.apply(failure);
                        ended.accept(problem);
                        result.completeExceptionally(problem);
                    }
                },
                workers); // Failsafe completes the work under a lock, in which no code of users must be run
        CompletableFuture<?> unusedCancel = result.whenComplete((value, failure) -> {
            pending.remove(result);
            ended.accept(failure);
            work.cancel(true);
        });
        if (closed.get()) {
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
        closed.set(true);
        pending.forEach(p -> workers.execute(() -> p.completeExceptionally(closedException(true))));
        exchange.close();
        workers.close();
    }

    /** One attempt. It has a place among those in flight until it is over, or its answer is handed over as it comes. */
    private final class Attempt implements Progress {

        final Attempts all;
        private final AtomicBoolean left = new AtomicBoolean();

        Attempt(Attempts all) {
            this.all = all;
        }

        @Override
        public void underWay(Runnable breaking) {
            all.underWay(breaking);
        }

        /** Whoever is given it may wait for another request, for which there must be a place. */
        @Override
        public void handingOver() {
            all.handingOver = true;
            leave();
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                inFlight.leave();
            }
        }
    }

    /** What is known of the attempts of one request, which come one after the other. */
    private static final class Attempts {

        final long since;
        final AtomicInteger number = new AtomicInteger();
        /** Whether one of those that are over may have. */
        volatile boolean mayHaveArrived;
        /** Whether one before the last may have. */
        volatile boolean earlierMayHaveArrived;
        /** Whether users have been given something of an answer. */
        volatile boolean handingOver;

        private @Nullable Runnable breakOff;
        private boolean over;

        Attempts(long since) {
            this.since = since;
        }

        /** Tells of something that is under way, and how to break it off. */
        void underWay(Runnable breaking) {
            synchronized (this) {
                if (!over) {
                    breakOff = breaking;
                    return;
                }
            }
            breaking.run();
        }

        synchronized boolean isOver() {
            return over;
        }

        /** Breaks off what is under way; false if that has been done. */
        boolean end() {
            Runnable breaking;
            synchronized (this) {
                if (over) {
                    return false;
                }
                over = true;
                breaking = breakOff;
            }
            if (breaking != null) {
                breaking.run();
            }
            return true;
        }
    }
}
