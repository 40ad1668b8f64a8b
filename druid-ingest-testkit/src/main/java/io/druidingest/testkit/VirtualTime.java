package io.druidingest.testkit;

import io.druidingest.client.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A time that stands still until a test lets it go on. {@link #await} jumps from one due event to the next for as long as
 * the test waits, and never while a request is in flight; {@link #advance} goes on by a given time. Thread-safe.
 */
public final class VirtualTime implements Time {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Nobody is told when a job begins to wait: it is looked at again and again. */
    private static final long MILLIS_BETWEEN_LOOKS = 1;

    /** Of real time. */
    private final Duration watchdog;

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Set<BlockingJob<?>> jobs = new HashSet<>();
    private final long seed;
    private long nanos;
    /** When it was last as at the start: {@link #nanos} only goes forward. */
    private long origin;

    private Duration wallShift = Duration.ZERO;
    private long sequence;
    private int underWay;
    private int idle;
    private boolean manual;
    private volatile Supplier<String> dump = () -> "";

    /** A time that begins at 2026-01-01T00:00:00Z. */
    public VirtualTime() {
        this(Duration.ofSeconds(30));
    }

    /**
     * A time that begins at 2026-01-01T00:00:00Z.
     *
     * @param watchdog how long {@link #await} waits, in real time, before it gives up
     */
    public VirtualTime(Duration watchdog) {
        this(watchdog, 0);
    }

    /**
     * A time that begins at 2026-01-01T00:00:00Z.
     *
     * @param watchdog how long {@link #await} waits, in real time, before it gives up
     * @param seed what {@link #jitter} is made from
     */
    public VirtualTime(Duration watchdog, long seed) {
        this.watchdog = watchdog;
        this.seed = seed;
    }

    /** What is told besides when waiting is given up. */
    void dumping(Supplier<String> what) {
        dump = what;
    }

    /** The wall clock, which {@link #shiftWallClock} sets. */
    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos - origin).plus(wallShift);
    }

    /** Sets the wall clock forward, or back if negative. What is due stays due: it goes by the other clock. */
    public synchronized void shiftWallClock(Duration shift) {
        wallShift = wallShift.plus(shift);
    }

    /**
     * From the seed, the time and {@code what}, and not from what was asked before: threads that ask at the same time, in
     * whatever order, make no difference.
     */
    @Override
    public synchronized double jitter(String what) {
        return new SplittableRandom(seed ^ (nanos - origin) * 0x9E3779B97F4A7C15L ^ (long) what.hashCode() << 32)
                .nextDouble();
    }

    /** The wall clock is as at the start, and whatever is due stays as far away as it is. */
    synchronized void restart() {
        origin = nanos;
        wallShift = Duration.ZERO;
        auto();
    }

    /** From now on {@link #await} waits, and only {@link #advance} lets time pass. */
    public synchronized void manual() {
        manual = true;
    }

    /** From now on {@link #await} lets time pass. The default. */
    public synchronized void auto() {
        manual = false;
        passIfPossible();
    }

    /** Tells that work under way waits for nothing but the time: it may jump, until this is closed. */
    public synchronized Work idle() {
        idle++;
        passIfPossible();
        return () -> {
            synchronized (VirtualTime.this) {
                idle--;
            }
        };
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Timer schedule(Duration delay, Runnable task) {
        Event event = new Event(nanos + Math.max(0, delay.toNanos()), sequence++, task);
        events.add(event);
        passIfPossible();
        return () -> {
            synchronized (VirtualTime.this) {
                events.remove(event);
            }
        };
    }

    @Override
    public synchronized Work work() {
        underWay++;
        return this::end;
    }

    private synchronized void end() {
        underWay--;
        passIfPossible();
    }

    /**
     * Waits for a future, and lets time pass as far as it takes.
     *
     * @return what the future holds
     * @throws CompletionException with the cause if the future fails
     * @throws IllegalStateException if the future does not complete in the real time that the watchdog allows
     */
    public <T> T await(CompletableFuture<T> future) {
        try {
            waitFor(future);
        } catch (TimeoutException e) {
            throw givenUp(e, null);
        }
        return future.join();
    }

    private void waitFor(CompletableFuture<?> future) throws TimeoutException {
        CompletableFuture<?> unused = future.whenComplete((value, failure) -> wakeUp());
        long giveUp = endOfPatience();
        while (!future.isDone()) {
            next(future, Long.MAX_VALUE, giveUp);
        }
    }

    /**
     * Runs code that blocks (calls {@code join()} on what the client gives, or waits by {@link io.druidingest.client.Await}),
     * on a thread of its own, and lets time pass as far as it takes. Time stands still but while the code waits for a future;
     * what it does on further threads is not looked at.
     *
     * @return what the code returns
     * @throws RuntimeException what the code throws; a checked exception comes as the cause of a {@link CompletionException}
     * @throws IllegalStateException if the code does not end in the real time that the watchdog allows, with where it is as its
     *     cause; it is interrupted
     */
    public <T extends @Nullable Object> T await(Callable<T> job) {
        BlockingJob<T> started = begin(job);
        try {
            waitFor(started.end());
        } catch (TimeoutException e) {
            throw givenUp(e, started.stop());
        } catch (RuntimeException e) { // the test was interrupted, or something that was due failed
            Exception unused = started.stop();
            throw e;
        } finally {
            end(started);
        }
        return started.result();
    }

    private synchronized <T extends @Nullable Object> BlockingJob<T> begin(Callable<T> job) {
        BlockingJob<T> started = BlockingJob.start(job);
        jobs.add(started);
        return started;
    }

    private synchronized void end(BlockingJob<?> job) {
        jobs.remove(job);
        notifyAll();
    }

    /** Lets that much time pass, and everything that is due in it happen. */
    public void advance(Duration time) {
        CompletableFuture<Void> never = new CompletableFuture<>();
        long until = nanos() + time.toNanos();
        long at = nanos();
        long giveUp = endOfPatience();
        try {
            while (next(never, until, giveUp)) { // one event after the other, and after each whatever it set off
                if (nanos() > at) {
                    at = nanos();
                    giveUp = endOfPatience();
                }
            }
        } catch (TimeoutException e) {
            throw givenUp(e, null);
        }
    }

    /** What happened is told without the lock: whom it asks may wait for the time. */
    private IllegalStateException givenUp(TimeoutException e, @Nullable Exception where) {
        return new IllegalStateException(e.getMessage() + dump.get(), where);
    }

    /** Runs the next event that is due by then, when nothing is under way. False if there is none. */
    private boolean next(CompletableFuture<?> future, long until, long giveUp) throws TimeoutException {
        Event event = take(future, until, giveUp);
        if (event == null) {
            return false;
        }
        try {
            event.task.run();
        } finally {
            end();
        }
        return true;
    }

    /** The next event, which counts as under way from then on: nobody else who waits lets time go on meanwhile. */
    private synchronized @Nullable Event take(CompletableFuture<?> future, long until, long giveUp)
            throws TimeoutException {
        while (!future.isDone() && (isUnderWay() || (until == Long.MAX_VALUE && (manual || events.isEmpty())))) {
            pause(giveUp);
        }
        if (future.isDone()) {
            return null;
        }
        checkPatience(giveUp);
        Event event = events.peek();
        if (event == null || event.due > until) {
            nanos = Math.max(nanos, until);
            return null;
        }
        events.remove();
        nanos = Math.max(nanos, event.due);
        underWay++;
        return event;
    }

    private boolean isUnderWay() {
        return underWay > idle || jobs.stream().anyMatch(BlockingJob::isAtWork);
    }

    private synchronized void wakeUp() {
        notifyAll();
    }

    /** Wakes the test, which waits, if time may pass: not after each of many requests. Called with the lock held. */
    private void passIfPossible() {
        if (underWay <= idle) {
            notifyAll();
        }
    }

    /** Lets other threads work; called with the lock held. */
    private void pause(long giveUp) throws TimeoutException {
        checkPatience(giveUp);
        try {
            if (jobs.isEmpty()) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, giveUp - System.nanoTime()));
            } else {
                TimeUnit.MILLISECONDS.timedWait(this, MILLIS_BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /** By the real clock: virtual time stands still while a test hangs. */
    private long endOfPatience() {
        return System.nanoTime() + watchdog.toNanos();
    }

    private void checkPatience(long giveUp) throws TimeoutException {
        if (giveUp - System.nanoTime() <= 0) {
            throw new TimeoutException("what the test waits for has not come within " + watchdog
                    + " of real time; virtual time is " + now() + (manual ? ", which only advance lets pass" : "")
                    + ", with " + (underWay - idle) + " requests under way and " + events.size()
                    + " events due later");
        }
    }

    private static final class Event implements Comparable<Event> {

        private final long due;
        private final long order;
        private final Runnable task;

        Event(long due, long order, Runnable task) {
            this.due = due;
            this.order = order;
            this.task = task;
        }

        @Override
        public int compareTo(Event other) {
            return due != other.due ? Long.compare(due, other.due) : Long.compare(order, other.order);
        }
    }
}
