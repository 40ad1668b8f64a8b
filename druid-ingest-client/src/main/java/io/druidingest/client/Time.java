package io.druidingest.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The time of one client: its clocks and its timer. The client asks nothing else for the time, so that a test can let
 * hours pass in no time at all. Implementations are thread-safe.
 */
public interface Time {

    /** The wall clock. */
    Instant now();

    /** Nanoseconds on a clock that only goes forward, to measure how long something took. */
    long nanos();

    /**
     * Runs a short task that does not block, once, later.
     *
     * @param delay how much later; zero or less means at once, but not in this call
     */
    Timer schedule(Duration delay, Runnable task);

    /** Tells that work is under way, during which a virtual clock must not jump. Ends with {@link Work#close}. */
    default Work work() {
        return () -> {};
    }

    /**
     * A number from 0 to 1 by chance, which spreads what would otherwise be due all at once.
     *
     * @param what what is due, so that a test can have the same chance each time, whatever the order of threads
     */
    default double jitter(String what) {
        return ThreadLocalRandom.current().nextDouble();
    }

    /** A task that is going to run. */
    interface Timer {

        /** Takes the task back if it has not begun. */
        void cancel();
    }

    /** Work under way. */
    interface Work extends AutoCloseable {

        /** Tells that it has ended. */
        @Override
        void close();
    }
}
