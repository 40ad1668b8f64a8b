package io.druidingest.testkit;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what a real Druid does: in real time, in which it lives. */
public final class Await {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final long PAUSE_MILLIS = 50;

    private Await() {}

    /** Looks again and again; fails after 40 seconds. That the client fails counts as not yet. */
    public static void until(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        Throwable last = null;
        while (System.nanoTime() - start < LIMIT.toNanos()) {
            try {
                if (condition.getAsBoolean()) {
                    return;
                }
                never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (CompletionException e) {
                last = e.getCause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            }
        }
        throw new AssertionError("waited " + LIMIT.toSeconds() + " s in vain for " + what, last);
    }
}
