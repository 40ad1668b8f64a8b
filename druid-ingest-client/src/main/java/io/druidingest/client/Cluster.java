package io.druidingest.client;

import static io.druidingest.client.Checks.check;

import io.druidingest.client.internal.endpoint.ClusterEndpoints;
import io.druidingest.client.internal.future.Steps;
import io.druidingest.client.internal.http.Call;
import io.druidingest.client.internal.http.Endpoint;
import io.druidingest.client.internal.http.Json;
import io.druidingest.client.internal.http.Transport;
import io.druidingest.client.model.AuditEntry;
import io.druidingest.client.model.Capabilities;
import io.druidingest.client.model.CoordinatorConfig;
import io.druidingest.client.model.ScalingEvent;
import io.druidingest.client.model.ServerStatus;
import io.druidingest.client.model.Worker;
import io.druidingest.client.model.WorkerCapacity;
import io.druidingest.client.model.WorkerConfig;
import io.druidingest.unit.Interval;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Tells what the cluster consists of, and how it is set up. Thread-safe.
 *
 * <p>All futures fail with {@link DruidHttpException} if Druid refuses what it is asked for, and with
 * {@link DruidTransportException} if it is not reached.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/service-status-api">service status API</a>
 */
public final class Cluster {

    private final Transport transport;
    private final Probes probes;

    Cluster(Transport transport) {
        this.transport = transport;
        this.probes = new Probes(transport);
    }

    /**
     * Who leads.
     *
     * @param role {@code OVERLORD} or {@code COORDINATOR}; Brokers have no leader
     * @return as the nodes call each other; empty while there is none
     */
    public CompletableFuture<Optional<URI>> leader(NodeRole role) {
        return transport.send(of(role, ClusterEndpoints.OVERLORD_LEADER, ClusterEndpoints.COORDINATOR_LEADER)
                .call());
    }

    /**
     * Whether the node leads that the client asks at present. Through a Router, this is whether there is a leader.
     *
     * @param role {@code OVERLORD} or {@code COORDINATOR}; Brokers have no leader
     */
    public CompletableFuture<Boolean> isLeader(NodeRole role) {
        return transport.send(of(role, ClusterEndpoints.OVERLORD_IS_LEADER, ClusterEndpoints.COORDINATOR_IS_LEADER)
                .call());
    }

    private static <T> Endpoint<T> of(NodeRole role, Endpoint<T> overlord, Endpoint<T> coordinator) {
        check(role != NodeRole.BROKER, "Brokers have no leader; ask for that of OVERLORD or COORDINATOR");
        return role == NodeRole.OVERLORD ? overlord : coordinator;
    }

    /** The version, extensions and memory of a node. */
    public CompletableFuture<ServerStatus> status(NodeRole role) {
        return transport.send(of(
                        role,
                        ClusterEndpoints.OVERLORD_STATUS,
                        ClusterEndpoints.COORDINATOR_STATUS,
                        ClusterEndpoints.BROKER_STATUS)
                .call());
    }

    /** Whether a node is up. One that is not there is a failure, {@link DruidTransportException}, and not false. */
    public CompletableFuture<Boolean> isHealthy(NodeRole role) {
        return transport.send(of(
                        role,
                        ClusterEndpoints.OVERLORD_HEALTH,
                        ClusterEndpoints.COORDINATOR_HEALTH,
                        ClusterEndpoints.BROKER_HEALTH)
                .call());
    }

    /** Whether a node has found itself in the cluster, so that others can find it. */
    public CompletableFuture<Boolean> isSelfDiscovered(NodeRole role) {
        return transport.send(of(
                        role,
                        ClusterEndpoints.OVERLORD_SELF_DISCOVERED,
                        ClusterEndpoints.COORDINATOR_SELF_DISCOVERED,
                        ClusterEndpoints.BROKER_SELF_DISCOVERED)
                .call());
    }

    private static <T> Endpoint<T> of(
            NodeRole role, Endpoint<T> overlord, Endpoint<T> coordinator, Endpoint<T> broker) {
        return role == NodeRole.BROKER ? broker : of(role, overlord, coordinator);
    }

    /** The Brokers that a Router sends queries to: the {@code host:port}s of each service name. Only a Router knows. */
    public CompletableFuture<Map<String, List<String>>> brokers() {
        return transport.send(ClusterEndpoints.ROUTER_BROKERS.call());
    }

    /**
     * What the cluster can do: the types that its Overlord knows, with all extensions that are loaded there. Takes six small
     * requests, changes nothing, and needs the right to sample and to submit.
     */
    public CompletableFuture<Capabilities> capabilities() {
        return probes.capabilities();
    }

    /** The workers that run tasks, MiddleManagers and Indexers. An Overlord that runs tasks itself answers with a 500. */
    public CompletableFuture<List<Worker>> workers() {
        return transport.send(ClusterEndpoints.WORKERS.call());
    }

    /** How many tasks the cluster can run at one time, and runs. */
    public CompletableFuture<WorkerCapacity> workerCapacity() {
        return transport.send(ClusterEndpoints.CAPACITY.call());
    }

    /**
     * Lets a worker take tasks again.
     *
     * @param host as {@link Worker#host} tells it
     */
    public CompletableFuture<Void> enableWorker(String host) {
        return done(ClusterEndpoints.ENABLE_WORKER.call(host));
    }

    /**
     * Lets a worker take no new tasks. Those that it has go on.
     *
     * @param host as {@link Worker#host} tells it
     */
    public CompletableFuture<Void> disableWorker(String host) {
        return done(ClusterEndpoints.DISABLE_WORKER.call(host));
    }

    /** How tasks are given to workers; empty if that was never set, and Druid's defaults apply. */
    public CompletableFuture<Optional<WorkerConfig>> workerConfig() {
        return transport.send(ClusterEndpoints.WORKER_CONFIG.call());
    }

    /** Sets how tasks are given to workers, all of it. */
    public CompletableFuture<Void> workerConfig(WorkerConfig config) {
        return done(ClusterEndpoints.SET_WORKER_CONFIG.callWith(Json.bytes(config.json())));
    }

    /** The last changes of {@link #workerConfig()}, the newest first. */
    public CompletableFuture<List<AuditEntry>> workerConfigHistory(int count) {
        return last(count, ClusterEndpoints.WORKER_CONFIG_HISTORY);
    }

    /** The changes of {@link #workerConfig()} in a time, the newest first. */
    public CompletableFuture<List<AuditEntry>> workerConfigHistory(Interval interval) {
        return transport.send(ClusterEndpoints.WORKER_CONFIG_HISTORY.call().query("interval", interval));
    }

    /** The last times that Druid's autoscaler started and stopped workers; none if there is no autoscaler. */
    public CompletableFuture<List<ScalingEvent>> scaling() {
        return transport.send(ClusterEndpoints.SCALING.call());
    }

    /** How the Coordinator works, as far as that can be set while it does. */
    public CompletableFuture<CoordinatorConfig> coordinatorConfig() {
        return transport.send(ClusterEndpoints.COORDINATOR_CONFIG.call());
    }

    /**
     * Sets how the Coordinator works. What is not named stays as it is. Druid 33 takes numbers that make no sense.
     *
     * @throws IllegalArgumentException if nothing is set
     */
    public CompletableFuture<Void> coordinatorConfig(UnaryOperator<CoordinatorConfigChange> change) {
        Map<String, Object> set = change.apply(new CoordinatorConfigChange()).properties();
        check(!set.isEmpty(), "the change of the Coordinator's config sets nothing");
        return done(ClusterEndpoints.SET_COORDINATOR_CONFIG.callWith(Json.bytes(set)));
    }

    /** The last changes of {@link #coordinatorConfig()}, the newest first. */
    public CompletableFuture<List<AuditEntry>> coordinatorConfigHistory(int count) {
        return last(count, ClusterEndpoints.COORDINATOR_CONFIG_HISTORY);
    }

    /** The changes of {@link #coordinatorConfig()} in a time, the newest first. */
    public CompletableFuture<List<AuditEntry>> coordinatorConfigHistory(Interval interval) {
        return transport.send(ClusterEndpoints.COORDINATOR_CONFIG_HISTORY.call().query("interval", interval));
    }

    private CompletableFuture<List<AuditEntry>> last(int count, Endpoint<List<AuditEntry>> history) {
        check(count > 0, "count must be positive, not " + count);
        return transport.send(history.call().query("count", count));
    }

    private CompletableFuture<Void> done(Call<?> call) {
        return Steps.run(steps -> steps.step(transport.send(call)).thenAccept(answer -> {}));
    }
}
