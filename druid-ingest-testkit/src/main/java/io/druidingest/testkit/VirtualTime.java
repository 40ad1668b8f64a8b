package io.druidingest.testkit;

import io.druidingest.client.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A time that stands still until a test lets it go on. {@link #await} jumps from one due event to the next for as long as
 * the test waits, and never while a request is in flight; {@link #advance} goes on by a given time. Thread-safe.
 */
public final class VirtualTime implements Time {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Of real time: virtual time stands still while a test hangs. */
    private final Duration watchdog;

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long nanos;
    private long sequence;
    private int underWay;

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
        this.watchdog = watchdog;
    }

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Timer schedule(Duration delay, Runnable task) {
        Event event = new Event(nanos + Math.max(0, delay.toNanos()), sequence++, task);
        events.add(event);
        notifyAll();
        return () -> {
            synchronized (VirtualTime.this) {
                events.remove(event);
            }
        };
    }

    @Override
    public synchronized Work work() {
        underWay++;
        return () -> {
            synchronized (VirtualTime.this) {
                underWay--;
                VirtualTime.this.notifyAll();
            }
        };
    }

    /**
     * Waits for a future, and lets time pass as far as it takes.
     *
     * @return what the future holds
     * @throws CompletionException with the cause if the future fails
     * @throws IllegalStateException if the future does not complete in the real time that the watchdog allows
     */
    public <T> T await(CompletableFuture<T> future) {
        CompletableFuture<?> unused = future.whenComplete((value, failure) -> wakeUp());
        long giveUp = System.nanoTime() + watchdog.toNanos();
        while (!future.isDone()) {
            next(future, Long.MAX_VALUE, giveUp);
        }
        return future.join();
    }

    /** Lets that much time pass, and everything that is due in it happen. */
    public void advance(Duration time) {
        CompletableFuture<Void> never = new CompletableFuture<>();
        long until = nanos() + time.toNanos();
        while (next(never, until, System.nanoTime() + watchdog.toNanos())) {
            // one event after the other, and after each whatever it set off
        }
    }

    /** Runs the next event that is due by then, when nothing is under way. False if there is none. */
    private boolean next(CompletableFuture<?> future, long until, long giveUp) {
        Event event;
        synchronized (this) {
            while (!future.isDone() && (underWay > 0 || (events.isEmpty() && until == Long.MAX_VALUE))) {
                pause(giveUp);
            }
            if (future.isDone()) {
                return false;
            }
            checkPatience(giveUp);
            event = events.peek();
            if (event == null || event.due > until) {
                nanos = Math.max(nanos, until);
                return false;
            }
            events.remove();
            nanos = Math.max(nanos, event.due);
        }
        event.task.run();
        return true;
    }

    private synchronized void wakeUp() {
        notifyAll();
    }

    /** Lets other threads work; called with the lock held. */
    private void pause(long giveUp) {
        checkPatience(giveUp);
        try {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, giveUp - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    private void checkPatience(long giveUp) {
        if (giveUp - System.nanoTime() <= 0) {
            throw new IllegalStateException("what the test waits for has not come within " + watchdog
                    + " of real time; virtual time is " + now() + ", with " + underWay + " requests under way and "
                    + events.size() + " events due later");
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
