package io.druidingest.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A time that stands still until a test moves it, and moves it only when the client has nothing under way: so a test sees
 * hours of retries and polls in milliseconds, and the same ones each time.
 */
public final class ManualTime implements Time {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final long REAL_PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final PriorityQueue<Due> timers = new PriorityQueue<>(Comparator.comparingLong(d -> d.at));
    private long nanos;
    private int works;

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        if (delay.isZero() || delay.isNegative()) {
            Work work = work();
            CompletableFuture<?> unused = CompletableFuture.runAsync(() -> {
                try (work) {
                    task.run();
                }
            });
            return () -> {};
        }
        synchronized (this) {
            Due due = new Due(nanos + delay.toNanos(), task);
            timers.add(due);
            notifyAll();
            return () -> {
                synchronized (this) {
                    timers.remove(due);
                }
            };
        }
    }

    @Override
    public synchronized Work work() {
        works++;
        return () -> {
            synchronized (this) {
                works--;
                notifyAll();
            }
        };
    }

    /** How long it is since the beginning. */
    public Duration elapsed() {
        return Duration.ofNanos(nanos());
    }

    /** How many tasks are going to run later. */
    public synchronized int timers() {
        return timers.size();
    }

    /** Lets so much time pass, with all that happens in it. */
    public void advance(Duration duration) {
        long end = nanos() + duration.toNanos();
        do {
            awaitIdle();
        } while (runNext(end));
        awaitIdle();
    }

    /** Lets so much time pass while the client has something under way. */
    public void advanceUnderWay(Duration duration) {
        long end = nanos() + duration.toNanos();
        while (true) {
            if (!runNext(end)) {
                return;
            }
        }
    }

    /** Lets time pass until the future is done, and gives its value. */
    public <T> T finish(CompletableFuture<T> future) {
        awaitIdle();
        while (!future.isDone()) {
            if (timers() == 0) {
                throw new AssertionError("nothing is under way or planned, so this never ends: " + future);
            }
            runNext(Long.MAX_VALUE);
            awaitIdle();
        }
        return future.join();
    }

    /** Lets time pass until the future has failed, and gives what it holds. */
    public Throwable failure(CompletableFuture<?> future) {
        return finish(future.handle((value, failure) -> {
            if (failure == null) {
                throw new AssertionError("did not fail, but gave " + value);
            }
            Overheard.hear(failure);
            return failure;
        }));
    }

    /** Waits, in real time, until nothing is under way. */
    public synchronized void awaitIdle() {
        await(() -> works == 0, "something is under way");
    }

    /** Waits, in real time, until so many tasks are going to run later. */
    public synchronized void awaitTimers(int count) {
        await(() -> timers.size() >= count, "there are not so many timers");
    }

    private synchronized void await(java.util.function.BooleanSupplier condition, String otherwise) {
        long deadline = System.nanoTime() + REAL_PATIENCE;
        try {
            while (!condition.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError(otherwise + " after 20 seconds");
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs what is due first, if that is not after the end; otherwise only moves to the end. */
    private boolean runNext(long end) {
        Due due;
        synchronized (this) {
            due = timers.peek();
            if (due == null || due.at > end) {
                nanos = Math.max(nanos, end == Long.MAX_VALUE ? nanos : end);
                return false;
            }
            timers.remove(due);
            nanos = Math.max(nanos, due.at);
        }
        due.task.run();
        return true;
    }

    private static final class Due {

        private final long at;
        private final Runnable task;

        Due(long at, Runnable task) {
            this.at = at;
            this.task = task;
        }
    }
}
