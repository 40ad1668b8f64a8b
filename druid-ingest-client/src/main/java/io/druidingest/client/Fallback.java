package io.druidingest.client;

import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Call;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * For what has moved from one endpoint to another between versions of Druid. The newer one is tried first, and where the
 * cluster does not know it the older one is, from then on for a while: so old clusters answer a request more every few
 * minutes, and a cluster that is upgraded is followed. Thread-safe.
 */
final class Fallback {

    private static final Duration MEMORY = Duration.ofMinutes(5);

    private final Time time;

    /** When the cluster last said that it does not know an endpoint. */
    private final Map<Endpoint<?>, Long> unknown = new ConcurrentHashMap<>();

    Fallback(Time time) {
        this.time = time;
    }

    /** Sends the newer call, or the older one if the server does not know the path of the newer. */
    <T> CompletableFuture<T> send(Transport transport, Call<T> newer, Call<T> older) {
        boolean wasUnknown = isUnknown(newer.endpoint());
        Call<T> first = wasUnknown ? older : newer;
        Call<T> second = wasUnknown ? newer : older;
        return Steps.run(steps -> steps.stepOr(transport.send(first), failure -> {
            if (!isUnknownPath(failure)) {
                return CompletableFuture.failedFuture(failure);
            }
            if (wasUnknown) {
                unknown.remove(newer.endpoint());
            } else {
                unknown.put(newer.endpoint(), time.nanos());
            }
            return transport.send(second);
        }));
    }

    private boolean isUnknown(Endpoint<?> endpoint) {
        Long since = unknown.get(endpoint);
        return since != null && time.nanos() - since < MEMORY.toNanos();
    }

    private static boolean isUnknownPath(Throwable failure) {
        return failure instanceof DruidHttpException && ((DruidHttpException) failure).isUnknownPath();
    }
}
