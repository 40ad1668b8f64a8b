package io.druidingest.client;

import io.druidingest.client.internal.http.Call;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.internal.task.Steps;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * For what has moved from one endpoint to another between versions of Druid. The newer one is tried first, each time: that
 * costs old clusters one request more, and follows a cluster that is upgraded.
 */
final class Fallback {

    private Fallback() {}

    /** Sends the newer call, or the older one if the server does not know the path of the newer. */
    static <T> CompletableFuture<T> send(Transport transport, Call<T> newer, Call<T> older) {
        return Steps.run(steps -> steps.step(transport.send(newer))
                .handle(Fallback::ifPathIsKnown)
                .thenCompose(answer -> answer.map(CompletableFuture::completedFuture)
                        .orElseGet(() -> steps.step(transport.send(older)))));
    }

    private static <T> Optional<T> ifPathIsKnown(@Nullable T answer, @Nullable Throwable failure) {
        if (failure == null || isUnknownPath(failure)) {
            return Optional.ofNullable(answer);
        }
        throw new CompletionException(failure);
    }

    private static boolean isUnknownPath(Throwable failure) {
        return failure instanceof DruidHttpException && ((DruidHttpException) failure).isUnknownPath();
    }
}
