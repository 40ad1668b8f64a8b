package io.druidingest.client.internal.future;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a future is made of that takes several steps. {@code CompletableFuture} alone would leave the steps running when
 * the whole is cancelled, and fail the whole with a wrapping of what a step failed with.
 */
public final class Steps {

    private final List<CompletableFuture<?>> taken = new ArrayList<>();
    private boolean over;

    private Steps() {}

    /**
     * Puts steps together to a whole. When that is over, in whatever way, its steps are cancelled.
     *
     * @param work passes each future that it waits for through {@link #step}
     */
    public static <T extends @Nullable Object> CompletableFuture<T> run(Function<Steps, CompletionStage<T>> work) {
        Steps steps = new Steps();
        CompletableFuture<T> whole = new CompletableFuture<>();
        CompletionStage<?> unusedLast = work.apply(steps).whenComplete((value, failure) -> {
            if (failure == null) {
                whole.complete(value);
            } else {
                whole.completeExceptionally(cause(failure));
            }
        });
        CompletableFuture<?> unusedEnd = whole.whenComplete((value, failure) -> steps.end());
        return whole;
    }

    /**
     * The values of all, in their order, when all are over. If some have failed, it fails with the first of the failures
     * in that order, which has the others suppressed in it. Cancelling it cancels all.
     */
    public static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> parts) {
        return run(
                steps -> CompletableFuture.allOf(parts.stream().map(steps::step).toArray(CompletableFuture<?>[]::new))
                        .handle((over, unused) -> values(parts)));
    }

    private static <T> List<T> values(List<CompletableFuture<T>> parts) {
        List<T> values = new ArrayList<>();
        Throwable first = null;
        for (CompletableFuture<T> part : parts) {
            try {
                values.add(part.join());
            } catch (CompletionException | CancellationException e) {
                if (first == null) {
                    first = cause(e);
                } else if (first != cause(e)) {
                    first.addSuppressed(cause(e));
                }
            }
        }
        if (first != null) {
            throw new CompletionException(first);
        }
        return values;
    }

    /** Takes a step. */
    public <T extends @Nullable Object> CompletableFuture<T> step(CompletableFuture<T> step) {
        boolean tooLate;
        synchronized (this) {
            taken.add(step);
            tooLate = over;
        }
        if (tooLate) {
            step.cancel(true);
        }
        return step;
    }

    /** Takes a step, and if it fails the one that its failure leads to. */
    @SuppressWarnings("FutureReturnValueIgnored") // the inner future is the one that is composed
    public <T extends @Nullable Object> CompletableFuture<T> stepOr(
            CompletableFuture<T> step, Function<Throwable, CompletableFuture<T>> otherwise) {
        return step(step)
                .handle((value, failure) -> failure == null
                        ? CompletableFuture.completedFuture(value)
                        : step(otherwise.apply(cause(failure))))
                .thenCompose(outcome -> outcome);
    }

    private void end() {
        List<CompletableFuture<?>> all;
        synchronized (this) {
            over = true;
            all = new ArrayList<>(taken);
        }
        all.forEach(step -> step.cancel(true));
    }

    /** What a stage failed with, without the wrapping. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
