package io.druidingest.client;

import io.druidingest.DruidIngestException;
import io.druidingest.client.internal.future.Steps;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** For what Druid may not know: its 404 becomes an exception that says what is not there. */
final class Missing {

    private Missing() {}

    /** The answer, or the exception if the failure is that there is no such thing. */
    static <T> CompletableFuture<T> told(
            CompletableFuture<T> answer, Function<Throwable, ? extends DruidIngestException> exception) {
        return Steps.run(steps -> steps.step(answer).handle((value, failure) -> {
            if (failure == null) {
                return value;
            }
            throw is(failure) ? exception.apply(failure) : new CompletionException(failure);
        }));
    }

    /** Whether the server knows the path, and not what it names. */
    static boolean is(Throwable failure) {
        return failure instanceof DruidHttpException
                && ((DruidHttpException) failure).status() == 404
                && !((DruidHttpException) failure).isUnknownPath();
    }
}
