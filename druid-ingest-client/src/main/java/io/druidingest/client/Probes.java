package io.druidingest.client;

import io.druidingest.client.internal.endpoint.ClusterEndpoints;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Call;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.model.Capabilities;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Finds out what a cluster can do: sends types that cannot be, of which Druid reads no further than that, and lists in its
 * refusal those that it knows.
 */
final class Probes {

    private static final String NONE = "{\"type\":\"__probe__\"}";

    private final Transport transport;

    Probes(Transport transport) {
        this.transport = transport;
    }

    CompletableFuture<Capabilities> capabilities() {
        return Steps.run(steps -> {
            CompletableFuture<Set<String>> tasks = steps.step(ask(ClusterEndpoints.PROBE_TASKS.call(), NONE));
            CompletableFuture<Set<String>> supervisors =
                    steps.step(ask(ClusterEndpoints.PROBE_SUPERVISORS.call(), NONE));
            CompletableFuture<Set<String>> samplers = steps.step(ask(ClusterEndpoints.PROBE_SAMPLERS.call(), NONE));
            CompletableFuture<Set<String>> sources =
                    steps.step(within("\"ioConfig\":{\"type\":\"index\",\"inputSource\":" + NONE + "}"));
            CompletableFuture<Set<String>> formats =
                    steps.step(within("\"ioConfig\":{\"type\":\"index\",\"inputFormat\":" + NONE + "}"));
            CompletableFuture<Set<String>> metrics =
                    steps.step(within("\"dataSchema\":{\"dataSource\":\"probe\",\"metricsSpec\":[" + NONE + "]}"));
            return CompletableFuture.allOf(tasks, supervisors, samplers, sources, formats, metrics)
                    .thenApply(all -> new Capabilities(
                            tasks.join(),
                            supervisors.join(),
                            samplers.join(),
                            sources.join(),
                            formats.join(),
                            metrics.join()));
        });
    }

    /** The sampler reads a spec without keeping it. */
    private CompletableFuture<Set<String>> within(String part) {
        return ask(
                ClusterEndpoints.PROBE_SAMPLERS.call(),
                "{\"type\":\"index\",\"spec\":{\"type\":\"index\"," + part + "}}");
    }

    private CompletableFuture<Set<String>> ask(Call<Set<String>> call, String body) {
        return transport.send(call.body(body.getBytes(StandardCharsets.UTF_8)));
    }
}
