package io.druidingest.client.internal.task;

import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.TaskNotFoundException;
import io.druidingest.client.Time;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.model.TaskStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches all tasks that anybody waits for, with one timer and one request at a time. The ids that are due go out
 * together; an id that has ended is never asked for again, since Druid has to look ended ones up in its metadata store.
 * A round that fails is followed by another one, later.
 */
public final class TaskPoller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TaskPoller.class);

    /** Beyond this a request gains nothing, and one full of ended ids, each looked up, takes Druid a second. */
    private static final int CHUNK = 1_000;

    private static final double GROWTH = 1.5;
    private static final double JITTER = 0.1;
    /** A leader that has just taken over may not know a task yet. */
    private static final int MISSES = 3;

    private final Transport transport;
    private final Time time;
    private final long shortest;
    private final long longest;

    private final Map<String, Watch> watches = new HashMap<>();
    private boolean asking;
    private boolean closed;
    private int failures;
    private long lastRound;
    private long nextRound;
    private Time.@Nullable Timer timer;

    /**
     * A poller that asks for nothing yet.
     *
     * @param shortest the time between two rounds, and between the first two questions about one task
     * @param longest what that grows to while the task does not change
     */
    public TaskPoller(Transport transport, Time time, Duration shortest, Duration longest) {
        this.transport = transport;
        this.time = time;
        this.shortest = shortest.toNanos();
        this.longest = longest.toNanos();
        this.lastRound = time.nanos() - this.shortest;
    }

    /** Completes when the task has ended, well or badly. Cancelling it stops the asking, not the task. */
    public CompletableFuture<TaskStatus> ended(String id) {
        CompletableFuture<TaskStatus> waiter = new CompletableFuture<>();
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(closedException());
            }
            watches.computeIfAbsent(id, i -> new Watch(i, time.nanos())).waiters.add(waiter);
            plan();
        }
        CompletableFuture<?> unused = waiter.whenComplete((status, failure) -> leave(id, waiter));
        return waiter;
    }

    private synchronized void leave(String id, CompletableFuture<TaskStatus> waiter) {
        Watch watch = watches.get(id);
        if (watch != null && watch.waiters.remove(waiter) && watch.waiters.isEmpty()) {
            watches.remove(id);
        }
    }

    /** Sets the timer to the next round, if there is to be one earlier than planned. Called with the lock held. */
    private void plan() {
        if (asking || closed || watches.isEmpty()) {
            return;
        }
        long due = watches.values().stream().mapToLong(w -> w.due).min().orElseThrow();
        long at = Math.max(due, lastRound + pause());
        if (timer != null) {
            if (nextRound - at <= 0) {
                return;
            }
            timer.cancel();
        }
        nextRound = at;
        timer = time.schedule(Duration.ofNanos(Math.max(0, at - time.nanos())), this::round);
    }

    /** The least time between two rounds: longer after failed ones. */
    private long pause() {
        return failures == 0 ? shortest : jittered(Math.min(longest, shortest << Math.min(failures, 16)));
    }

    private void round() {
        List<String> due = new ArrayList<>();
        synchronized (this) {
            timer = null;
            if (closed) {
                return;
            }
            asking = true;
            lastRound = time.nanos();
            long soon =
                    lastRound + shortest / 2; // those that are nearly due go along, instead of in a round of their own
            for (Watch w : watches.values()) {
                if (w.due - soon <= 0) {
                    due.add(w.id);
                }
            }
        }
        ask(due, 0, new ArrayList<>());
    }

    /** Asks for one chunk, then for the rest; what has ended is told when the round is over and the next one planned. */
    private void ask(List<String> ids, int from, List<Runnable> news) {
        if (from >= ids.size()) {
            over(false);
            news.forEach(Runnable::run);
            return;
        }
        int to = Math.min(ids.size(), from + CHUNK);
        List<String> chunk = ids.subList(from, to);
        CompletableFuture<Map<String, TaskStatus>> answer =
                transport.sendOnce(Endpoints.STATUSES.callWith(Json.bytes(chunk)));
        CompletableFuture<?> unused = answer.whenComplete((statuses, failure) -> {
            if (failure == null) {
                news.addAll(learn(chunk, statuses));
                ask(ids, to, news);
            } else {
                Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                boolean lasting = cause instanceof DruidHttpException && !((DruidHttpException) cause).isRetryable();
                LOG.debug("asking for {} tasks failed: {}", chunk.size(), String.valueOf(cause));
                over(true);
                if (lasting) {
                    chunk.forEach(id -> news.add(() -> fail(id, cause)));
                }
                news.forEach(Runnable::run);
            }
        });
    }

    private synchronized void over(boolean failed) {
        asking = false;
        failures = failed ? failures + 1 : 0;
        plan();
    }

    private synchronized List<Runnable> learn(List<String> asked, Map<String, TaskStatus> statuses) {
        List<Runnable> news = new ArrayList<>();
        for (String id : asked) {
            Watch watch = watches.get(id);
            TaskStatus status = statuses.get(id);
            if (watch == null) {
                continue; // nobody waits any more
            }
            if (status != null && status.state().isTerminal()) {
                watches.remove(id);
                news.add(() -> watch.waiters().forEach(w -> w.complete(status)));
            } else if (status == null && ++watch.misses >= MISSES) {
                watches.remove(id);
                news.add(() -> watch.waiters().forEach(w -> w.completeExceptionally(new TaskNotFoundException(id))));
            } else {
                watch.again(time.nanos(), status);
            }
        }
        return news;
    }

    private void fail(String id, @Nullable Throwable cause) {
        Collection<CompletableFuture<TaskStatus>> waiters;
        synchronized (this) {
            Watch watch = watches.remove(id);
            waiters = watch == null ? List.of() : watch.waiters();
        }
        waiters.forEach(w -> w.completeExceptionally(cause));
    }

    @Override
    public void close() {
        List<String> ids;
        synchronized (this) {
            closed = true;
            if (timer != null) {
                timer.cancel();
            }
            ids = new ArrayList<>(watches.keySet());
        }
        ids.forEach(id -> fail(id, closedException()));
    }

    private static DruidTransportException closedException() {
        return new DruidTransportException("the client was closed; the task goes on, attach to its id", false, null);
    }

    private static long jittered(long nanos) {
        return (long) (nanos * (1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1)));
    }

    /** One task, and who waits for it. Guarded by the poller's lock. */
    private final class Watch {

        private final String id;
        private final List<CompletableFuture<TaskStatus>> waiters = new ArrayList<>(1);
        private long due;
        private long interval = shortest;
        private int misses;

        Watch(String id, long due) {
            this.id = id;
            this.due = due;
        }

        void again(long now, @Nullable TaskStatus status) {
            if (status != null) {
                misses = 0;
            }
            due = now + jittered(interval);
            interval = Math.min(longest, (long) (interval * GROWTH));
        }

        List<CompletableFuture<TaskStatus>> waiters() {
            synchronized (TaskPoller.this) {
                return new ArrayList<>(waiters);
            }
        }
    }
}
