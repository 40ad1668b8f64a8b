package io.druidingest.client.internal.http;

import dev.failsafe.RetryPolicy;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.IngestEvent;
import io.druidingest.client.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a call that failed is sent again, and when: where that is safe, may help, and there is time left. */
public final class Retries {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(250);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 6; // enough to get from the one to the other
    private static final double JITTER = 0.25;

    private final Endpoint<?> endpoint;
    private final Time time;
    private final Events events;
    private final Executor workers;
    private final long deadline;

    Retries(Endpoint<?> endpoint, Duration retryFor, Time time, Events events, Executor workers) {
        this.endpoint = endpoint;
        this.time = time;
        this.events = events;
        this.workers = workers;
        this.deadline = time.nanos() + retryFor.toNanos();
    }

    /** @param isTooLate whether something of an answer has been handed over */
    <T> RetryPolicy<T> policy(BooleanSupplier isTooLate) {
        return RetryPolicy.<T>builder()
                .handleIf((answer, failure) ->
                        failure != null && !isTooLate.getAsBoolean() && mayHelp(failure) && isInTime(failure))
                .withMaxAttempts(-1)
                .withDelayFn(context -> delay(context.getAttemptCount(), context.getLastException()))
                .onRetryScheduled(e -> {
                    int attempts = e.getAttemptCount();
                    Duration delay = e.getDelay();
                    Throwable failure = e.getLastException();
                    workers.execute(() -> tell(attempts, delay, failure)); // Failsafe holds locks here
                })
                .build();
    }

    private void tell(int attempts, Duration delay, Throwable failure) {
        LOG.atDebug()
                .addKeyValue("endpoint", endpoint)
                .addKeyValue("attempts", attempts)
                .addKeyValue("delay", delay)
                .log("{} failed, next try in {}: {}", endpoint, delay, failure.toString());
        IngestEvent.Retry retry = new IngestEvent.Retry(endpoint.toString(), attempts, delay, failure);
        events.tell(listener -> listener.onRetry(retry));
    }

    /** Whether what failed so may fare better later. */
    public static boolean isPassing(Throwable failure) {
        if (failure instanceof DruidTransportException) {
            Throwable cause = failure.getCause();
            return !(cause instanceof UnusableAnswer) && (!(cause instanceof SSLException) || isBrokenOff(cause));
        }
        return failure instanceof DruidHttpException && ((DruidHttpException) failure).isRetryable();
    }

    /** Whether a request that failed so may have been carried out. */
    public static boolean mayHaveArrived(Throwable failure) {
        return failure instanceof DruidTransportException
                ? ((DruidTransportException) failure).mayHaveArrived()
                : failure instanceof DruidHttpException && ((DruidHttpException) failure).status() / 100 == 5;
    }

    /** Whether TLS failed since the other side went away, say because it restarts, and not over what it is or wants. */
    private static boolean isBrokenOff(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            boolean other = e instanceof IOException && !(e instanceof SSLException);
            if (other || String.valueOf(e.getMessage()).startsWith("Remote host ")) { // Java's words for no more bytes
                return true;
            }
        }
        return false;
    }

    /** Whether the same request may be sent again, and may then fare better. */
    private boolean mayHelp(Throwable failure) {
        return isPassing(failure) && (endpoint.isRepeatable() || isRefused(failure));
    }

    /** Whether the request surely did nothing. */
    private static boolean isRefused(Throwable failure) {
        if (failure instanceof DruidTransportException) {
            return !((DruidTransportException) failure).mayHaveArrived();
        }
        DruidHttpException answer = (DruidHttpException) failure;
        boolean isEnvoys = answer.error().message().startsWith("upstream connect error"); // "or disconnect/reset"
        return answer.status() == 429 || (answer.status() == 503 && !isEnvoys);
    }

    private boolean isInTime(Throwable failure) {
        Duration left = left();
        Duration asked = retryAfter(failure);
        return left.compareTo(Duration.ZERO) > 0 && (asked == null || asked.compareTo(left) <= 0);
    }

    /** What the server asks for, or else ever more; the last try is made at the deadline. */
    private Duration delay(int attempts, @Nullable Throwable failure) {
        Duration asked = retryAfter(failure);
        Duration delay = asked == null ? backoff(attempts) : asked;
        Duration left = left();
        return delay.compareTo(left) < 0 ? delay : left;
    }

    private Duration backoff(int attempts) {
        Duration exact = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        Duration delay = exact.compareTo(LONGEST_DELAY) < 0 ? exact : LONGEST_DELAY;
        double factor = 1 + JITTER * (2 * time.jitter(endpoint.toString()) - 1);
        return Duration.ofNanos((long) (delay.toNanos() * factor));
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - time.nanos()));
    }

    /** Null if the server does not ask for a pause. */
    private static @Nullable Duration retryAfter(@Nullable Throwable failure) {
        Duration asked = failure instanceof DruidHttpException ? ((DruidHttpException) failure).retryAfter() : null;
        return asked == null || asked.isZero() ? null : asked;
    }
}
