package io.druidingest.client.internal.http;

import dev.failsafe.RetryPolicy;
import io.druidingest.client.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks a question again and again until the answer will do, ever less often. Cancelling the future ends the asking. */
public final class Poll {

    private static final double JITTER = 0.1;

    private final Transport transport;
    private final Time time;

    Poll(Transport transport, Time time) {
        this.transport = transport;
        this.time = time;
    }

    /**
     * Asks until {@code done} says so or the time is up.
     *
     * @param first the time between the first two questions; it doubles up to {@code longest}
     * @return the last answer: one that will do, or else the one that stood when the time was up
     */
    public <T extends @Nullable Object> CompletableFuture<T> until(
            Supplier<CompletionStage<T>> question,
            Predicate<T> done,
            Duration first,
            Duration longest,
            Duration timeout) {
        long deadline = time.nanos() + timeout.toNanos();
        RetryPolicy<T> policy = RetryPolicy.<T>builder()
                .handleIf((answer, failure) -> failure == null && !done.test(answer) && time.nanos() - deadline < 0)
                .withMaxAttempts(-1)
                .withBackoff(first, longest)
                .withJitter(JITTER)
                .build();
        AtomicReference<@Nullable CompletableFuture<T>> underWay = new AtomicReference<>();
        CompletableFuture<T> answer = transport.ask(policy, () -> {
            CompletionStage<T> asked = question.get();
            underWay.set(asked.toCompletableFuture());
            return asked;
        });
        CompletableFuture<?> unusedEnd = answer.whenComplete((value, failure) -> {
            CompletableFuture<T> last = underWay.get();
            if (last != null) {
                last.cancel(true); // Failsafe asks no more, and leaves this one alone
            }
        });
        return answer;
    }
}
