package io.druidingest.client.internal.task;

import io.druidingest.DruidIngestException;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.IngestEvent;
import io.druidingest.client.IngestEvent.Rung;
import io.druidingest.client.TaskNotFoundException;
import io.druidingest.client.Time;
import io.druidingest.client.internal.endpoint.TaskEndpoints;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Reply;
import io.druidingest.client.internal.http.Retries;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.model.TaskState;
import io.druidingest.client.model.TaskStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    public static final int CHUNK = 1_000;

    private static final double GROWTH = 1.5;
    private static final double JITTER = 0.1;
    /** A leader that has just taken over may not know a task yet. */
    private static final int MISSES = 3;
    /** A token may just be renewed, and a proxy may just not find the cluster; whoever waits waits for something that runs. */
    private static final int REFUSALS = 5;
    /** In seconds; a server that asks for more is mistaken. */
    private static final long LONGEST_PAUSE = 3_600;

    private final Transport transport;
    private final Time time;
    private final Outcomes outcomes;
    private final long shortest;
    private final long longest;

    private final Map<String, Watch> watches = new HashMap<>();
    private boolean asking;
    private boolean closed;
    private int failures;
    private int refusals;
    private long pause;
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
        this.outcomes = new Outcomes(transport);
        this.shortest = shortest.toNanos();
        this.longest = longest.toNanos();
        this.pause = this.shortest;
        this.lastRound = time.nanos() - this.shortest;
    }

    /** Completes when the task has ended, well or badly. Cancelling it stops the asking, not the task. */
    public CompletableFuture<TaskStatus> ended(String id) {
        return waiter(id, false);
    }

    /** The same, of which the end is told as {@link Outcomes} does. */
    public CompletableFuture<TaskStatus> completion(String id) {
        return waiter(id, true);
    }

    private CompletableFuture<TaskStatus> waiter(String id, boolean told) {
        Waiter waiter;
        synchronized (this) {
            if (!closed) {
                Watch watch = watches.computeIfAbsent(id, Watch::new);
                plan(watch.due);
                return watch.waiter(told);
            }
            waiter = new Watch(id).waiter(told);
        }
        waiter.completeExceptionally(closedException());
        return waiter;
    }

    private synchronized void leave(Waiter waiter) {
        Watch watch = waiter.watch;
        if (watch.remove(waiter)) {
            watches.remove(watch.id, watch);
        }
    }

    /** Sets the timer to the next round, for the task that is due first. Called with the lock held. */
    private void plan() {
        watches.values().stream().mapToLong(w -> w.due).min().ifPresent(this::plan);
    }

    /** Sets the timer for a task that is due then, unless it is set to an earlier time. Called with the lock held. */
    private void plan(long due) {
        if (asking || closed) {
            return;
        }
        long at = Math.max(due, lastRound + pause);
        if (timer != null) {
            if (nextRound - at <= 0) {
                return;
            }
            timer.cancel();
        }
        nextRound = at;
        timer = time.schedule(Duration.ofNanos(Math.max(0, at - time.nanos())), this::round);
    }

    private void round() {
        List<String> due = new ArrayList<>();
        synchronized (this) {
            timer = null;
            if (closed || asking) { // a timer that could not be taken back in time
                return;
            }
            asking = true;
            lastRound = time.nanos();
            for (Watch w : watches.values()) {
                if (w.due - w.early() - lastRound <= 0) {
                    due.add(w.id);
                }
            }
        }
        ask(due, 0);
    }

    /** Asks for one chunk, then for the rest. */
    private void ask(List<String> ids, int from) {
        if (from >= ids.size()) {
            over(null);
            return;
        }
        int to = Math.min(ids.size(), from + CHUNK);
        List<String> chunk = ids.subList(from, to);
        Round round = new Round(chunk);
        CompletableFuture<?> unused = transport
                .sendOnce(TaskEndpoints.STATUSES.callFor(round::read).body(Json.bytes(chunk)))
                .whenComplete((statuses, failure) -> {
                    if (failure == null) {
                        round.missing.forEach(this::missed);
                        tellPoll(chunk.size(), round.ended, null);
                        ask(ids, to);
                    } else {
                        tellPoll(chunk.size(), round.ended, failure);
                        if (over(failure)) {
                            fail(failure);
                        }
                    }
                });
    }

    /** Asking again would not help: who asks must not, or is not understood, or asks where nobody can answer. */
    private static boolean isLasting(Throwable failure) {
        return failure instanceof DruidIngestException && !Retries.isPassing(failure);
    }

    /** Gives whether so many rounds in a row have failed in a way that lasts that waiting has no sense. */
    private synchronized boolean over(@Nullable Throwable failure) {
        asking = false;
        failures = failure == null ? 0 : failures + 1;
        refusals = failure != null && isLasting(failure) ? refusals + 1 : 0;
        if (failures % 10 == 1) {
            LOG.warn(
                    "asking for {} tasks failed {} times, and goes on: {}",
                    watches.size(),
                    failures,
                    String.valueOf(failure));
        }
        pause = pause(failure);
        plan();
        boolean senseless = refusals == REFUSALS;
        refusals = senseless ? 0 : refusals;
        return senseless;
    }

    /** The least time from one round to the next: longer after failed ones, and not less than the server asks for. */
    private long pause(@Nullable Throwable failure) {
        if (failure == null) {
            return shortest;
        }
        long backoff = jittered("", (long) Math.min((double) longest, shortest * Math.pow(2, failures)));
        Duration asked = failure instanceof DruidHttpException ? ((DruidHttpException) failure).retryAfter() : null;
        return asked == null
                ? backoff
                : Math.max(backoff, TimeUnit.SECONDS.toNanos(Math.min(LONGEST_PAUSE, asked.toSeconds())));
    }

    private void tellPoll(int asked, int ended, @Nullable Throwable failure) {
        transport.events().tell(listener -> listener.onPoll(new IngestEvent.Poll(asked, ended, failure)));
    }

    /** What is heard of a task. */
    private void heard(TaskStatus status) {
        String id = status.id();
        IngestEvent.StateChange change = change(id, status.state());
        if (change != null) {
            transport.events().tell(listener -> listener.onStateChange(change));
        }
        if (status.state().isTerminal()) {
            tell(id, waiter -> waiter.complete(status));
        } else {
            again(id, true);
        }
    }

    private void missed(String id) {
        if (!again(id, false)) {
            tell(id, waiter -> waiter.completeExceptionally(new TaskNotFoundException(id, null)));
        }
    }

    /** What has changed since the last answer; null if nothing has, or nobody waits any more. */
    private synchronized IngestEvent.@Nullable StateChange change(String id, TaskState state) {
        Watch watch = watches.get(id);
        if (watch == null || state == watch.state) {
            return null;
        }
        IngestEvent.StateChange change = new IngestEvent.StateChange(id, watch.state, state);
        watch.state = state;
        watch.growths = 0;
        return change;
    }

    /** Plans the next question about a task, unless Druid has not known it too often. */
    private synchronized boolean again(String id, boolean known) {
        Watch watch = watches.get(id);
        return watch == null || watch.again(time.nanos(), known);
    }

    /** Tells all who wait for a task how it ended. What one of them does with that may block, and stops nobody else. */
    private void tell(String id, Consumer<CompletableFuture<TaskStatus>> ending) {
        forget(id).forEach(waiter -> transport.callbacks().execute(() -> ending.accept(waiter)));
    }

    private void fail(Throwable failure) {
        List<String> ids;
        synchronized (this) {
            ids = new ArrayList<>(watches.keySet());
        }
        ids.forEach(id -> tell(id, waiter -> waiter.completeExceptionally(failure)));
    }

    private synchronized List<Waiter> forget(String id) {
        Watch watch = watches.remove(id);
        return watch == null ? List.of() : watch.all();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (timer != null) {
                timer.cancel();
            }
        }
        fail(closedException());
    }

    private static DruidTransportException closedException() {
        return new DruidTransportException("the client was closed; the task goes on, attach to its id", false, null);
    }

    private long jittered(String what, long nanos) {
        return (long) (nanos * (1 + JITTER * (2 * time.jitter(what) - 1)));
    }

    /** One question about many tasks. The answer is read one by one: it is much larger than all that is kept of them. */
    private final class Round {

        private final Set<String> missing;
        private int ended;

        Round(List<String> ids) {
            missing = new HashSet<>(ids);
        }

        long read(Reply reply) throws IOException {
            return Json.eachById(reply.body(), json -> {
                TaskStatus status = TaskStatus.of(json);
                missing.remove(status.id());
                ended += status.state().isTerminal() ? 1 : 0;
                heard(status);
            });
        }
    }

    /** One task, and who waits for it. Guarded by the poller's lock. There may be many: it is kept small. */
    private final class Watch {

        private final String id;
        private @Nullable Waiter first;
        private @Nullable TaskState state;
        private long due = time.nanos();
        private byte growths;
        private byte misses;

        Watch(String id) {
            this.id = id;
        }

        Waiter waiter(boolean told) {
            Waiter waiter = new Waiter(this, told, time.nanos());
            waiter.next = first;
            first = waiter;
            return waiter;
        }

        /** True if nobody is left. */
        boolean remove(Waiter waiter) {
            if (first == waiter) {
                first = waiter.next;
            } else {
                for (Waiter w = first; w != null; w = w.next) {
                    if (w.next == waiter) {
                        w.next = waiter.next;
                    }
                }
            }
            return first == null;
        }

        /** Those who wait, the last to come in front. */
        List<Waiter> all() {
            List<Waiter> all = new ArrayList<>(1);
            for (Waiter w = first; w != null; w = w.next) {
                all.add(w);
            }
            return all;
        }

        boolean again(long now, boolean known) {
            misses = known ? 0 : (byte) (misses + 1);
            long interval = interval();
            if (interval < longest) {
                growths++;
            }
            due = now + jittered(id, interval);
            return misses < MISSES;
        }

        /** How long before it is due it goes along with others: so that those who were asked for together stay together. */
        long early() {
            return Math.max(shortest / 2, (long) (2 * JITTER * interval()));
        }

        private long interval() {
            return (long) Math.min((double) longest, shortest * Math.pow(GROWTH, growths));
        }

        /** Of one who waits no more. */
        void over(Waiter waiter, @Nullable TaskStatus status, @Nullable Throwable failure) {
            leave(waiter);
            if (waiter.told) {
                outcomes.tell(id, Rung.COMPLETION, waiter.since, status, failure);
            }
        }
    }

    /** One who waits. Leaves when it is over, however that comes; a stage that sees to it would cost as much again. */
    private static final class Waiter extends CompletableFuture<TaskStatus> {

        private final Watch watch;
        private final boolean told;
        private final long since;
        /** Guarded by the poller's lock. */
        private @Nullable Waiter next;

        Waiter(Watch watch, boolean told, long since) {
            this.watch = watch;
            this.told = told;
            this.since = since;
        }

        @Override
        public boolean complete(TaskStatus status) {
            boolean now = super.complete(status);
            if (now) {
                watch.over(this, status, null);
            }
            return now;
        }

        @Override
        public boolean completeExceptionally(Throwable failure) {
            boolean now = super.completeExceptionally(failure);
            if (now) {
                watch.over(this, null, failure);
            }
            return now;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean before = isDone();
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled && !before) {
                watch.over(this, null, new CancellationException());
            }
            return cancelled;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new CompletableFuture<>();
        }
    }
}
