package io.druidingest.client.internal.http;

import dev.failsafe.spi.Scheduler;
import io.druidingest.client.Time;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets Failsafe wait on the client's {@link Time} and run on its {@link Workers}. */
final class FailsafeScheduler implements Scheduler {

    private final Time time;
    private final Workers workers;

    FailsafeScheduler(Time time, Workers workers) {
        this.time = time;
        this.workers = workers;
    }

    @Override
    public ScheduledFuture<?> schedule(Callable<?> callable, long delay, TimeUnit unit) {
        Attempt<?> attempt = new Attempt<>(callable, time.nanos() + unit.toNanos(delay));
        if (delay <= 0) {
            workers.execute(attempt);
        } else {
            attempt.timer = time.schedule(Duration.ofNanos(unit.toNanos(delay)), () -> workers.execute(attempt));
        }
        return attempt;
    }

    private final class Attempt<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private final long due;
        private volatile Time.@Nullable Timer timer;

        Attempt(Callable<V> callable, long due) {
            super(callable);
            this.due = due;
        }

        /** Interrupts nobody: what is run begins a request, and does not wait for it. */
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            Time.Timer waiting = timer;
            if (waiting != null) {
                waiting.cancel();
            }
            return super.cancel(false);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - time.nanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return this == o;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
