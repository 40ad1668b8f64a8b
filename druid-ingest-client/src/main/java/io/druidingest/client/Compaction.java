package io.druidingest.client;

import io.druidingest.client.internal.endpoint.CompactionEndpoints;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Call;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.model.AutoCompactionSnapshot;
import io.druidingest.client.model.CompactionChange;
import io.druidingest.client.model.CompactionSimulation;
import io.druidingest.coordinator.ClusterCompactionConfig;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import io.druidingest.unit.Interval;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads and sets how datasources are compacted, and tells how far that is. Thread-safe.
 *
 * <p>Since Druid 33 the Overlord answers this, whether its supervisors compact or the Coordinator does. Older clusters are
 * asked by way of the Coordinator, after the Overlord has said that it does not know the path. Who makes a change and why
 * is said with {@link DruidClient#with}. Configs that the cluster has are read as they are, also where they break a rule of
 * this library: {@link SpecJson#violations} tells.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction API</a>
 */
public final class Compaction {

    /** What a cluster before Druid 33 can be told. */
    private static final Set<String> TASK_SLOTS = Set.of("compactionTaskSlotRatio", "maxCompactionTaskSlots");

    private final Transport transport;
    private final Fallback fallback;

    Compaction(Transport transport, Fallback fallback) {
        this.transport = transport;
        this.fallback = fallback;
    }

    /** How each datasource is compacted of which that is set. */
    public CompletableFuture<List<CompactionConfig>> configs() {
        return fallback.send(
                transport, CompactionEndpoints.CONFIGS.call(), CompactionEndpoints.CONFIGS_BEFORE_33.call());
    }

    /** How a datasource is compacted; null if that is not set. */
    public CompletableFuture<@Nullable CompactionConfig> config(String dataSource) {
        return orNull(fallback.send(
                transport,
                CompactionEndpoints.CONFIG.call(dataSource),
                CompactionEndpoints.CONFIG_BEFORE_33.call(dataSource)));
    }

    /** Sets how a datasource is compacted, in place of what is set. */
    public CompletableFuture<Void> set(CompactionConfig config) {
        byte[] body = body(config);
        return done(fallback.send(
                transport,
                CompactionEndpoints.SET.callWith(body, config.dataSource()),
                CompactionEndpoints.SET_BEFORE_33.callWith(body)));
    }

    /** Takes away how a datasource is compacted: it is not, from then on. Does nothing if that is not set. */
    public CompletableFuture<Void> delete(String dataSource) {
        return done(fallback.send(
                transport,
                CompactionEndpoints.DELETE.call(dataSource),
                CompactionEndpoints.DELETE_BEFORE_33.call(dataSource)));
    }

    /** How compaction runs in the whole cluster. */
    public CompletableFuture<ClusterCompactionConfig> clusterConfig() {
        return fallback.send(
                transport, CompactionEndpoints.CLUSTER.call(), CompactionEndpoints.CLUSTER_BEFORE_33.call());
    }

    /**
     * Sets how compaction runs in the whole cluster. A cluster before Druid 33 takes the number of task slots only.
     *
     * @param config all of it: what it does not say gets Druid's default
     */
    public CompletableFuture<Void> setClusterConfig(ClusterCompactionConfig config) {
        Call<String> newer = CompactionEndpoints.SET_CLUSTER.callWith(body(config));
        return done(
                saysMoreThanTaskSlots(config)
                        ? transport.send(newer)
                        : fallback.send(
                                transport,
                                newer,
                                CompactionEndpoints.SET_CLUSTER_BEFORE_33
                                        .call()
                                        .query("ratio", config.compactionTaskSlotRatio())
                                        .query("max", config.maxCompactionTaskSlots())));
    }

    private static boolean saysMoreThanTaskSlots(ClusterCompactionConfig config) {
        return SpecJson.tree(config).properties().stream().anyMatch(said -> !TASK_SLOTS.contains(said.getKey()));
    }

    /** The last changes of how a datasource is compacted, the newest first. */
    public CompletableFuture<List<CompactionChange>> history(String dataSource, int count) {
        return history(dataSource, "count", Checks.positive("count", count));
    }

    /** The changes of how a datasource is compacted in a time, the newest first. */
    public CompletableFuture<List<CompactionChange>> history(String dataSource, Interval interval) {
        return history(dataSource, "interval", Checks.wellFormed(interval));
    }

    private CompletableFuture<List<CompactionChange>> history(String dataSource, String parameter, Object value) {
        return fallback.send(
                transport,
                CompactionEndpoints.HISTORY.call(dataSource).query(parameter, value),
                CompactionEndpoints.HISTORY_BEFORE_33.call(dataSource).query(parameter, value));
    }

    /** How far the compaction of each datasource is. */
    public CompletableFuture<List<AutoCompactionSnapshot>> statuses() {
        return fallback.send(
                transport, CompactionEndpoints.STATUSES.call(), CompactionEndpoints.STATUSES_BEFORE_33.call());
    }

    /**
     * How far the compaction of a datasource is; {@link AutoCompactionSnapshot#bytesAwaitingCompaction} is what Druid calls its
     * progress. Of a datasource that is not compacted, supervisors answer that it is not, and the Coordinator nothing.
     *
     * @return null if nothing is known, which is so for a while after it is set
     */
    public CompletableFuture<@Nullable AutoCompactionSnapshot> status(String dataSource) {
        return orNull(fallback.send(
                transport,
                CompactionEndpoints.STATUS.call(dataSource),
                CompactionEndpoints.STATUS_BEFORE_33.call().query("dataSource", dataSource)));
    }

    /** Whether supervisors on the Overlord compact, instead of the Coordinator. Since Druid 32. */
    public CompletableFuture<Boolean> isSupervisorEnabled() {
        return transport.send(CompactionEndpoints.SUPERVISOR_ENABLED.call());
    }

    /** What compaction would find to do if it ran so in the whole cluster. Changes nothing. Since Druid 32. */
    public CompletableFuture<CompactionSimulation> simulate(ClusterCompactionConfig config) {
        return transport.send(CompactionEndpoints.SIMULATE.callWith(body(config)));
    }

    private static byte[] body(SpecObject value) {
        return SpecJson.write(value).getBytes(StandardCharsets.UTF_8);
    }

    private static <T> CompletableFuture<@Nullable T> orNull(CompletableFuture<Optional<T>> answer) {
        return Steps.run(steps -> steps.step(answer).thenApply(value -> value.orElse(null)));
    }

    private static CompletableFuture<Void> done(CompletableFuture<String> answer) {
        return Steps.run(steps -> steps.step(answer).thenAccept(body -> {}));
    }
}
