package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.druidingest.client.Await;
import io.druidingest.client.Cluster;
import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.NodeRole;
import io.druidingest.client.model.AuditEntry;
import io.druidingest.client.model.Capabilities;
import io.druidingest.client.model.CoordinatorConfig;
import io.druidingest.client.model.ServerStatus;
import io.druidingest.client.model.Worker;
import io.druidingest.client.model.WorkerConfig;
import io.druidingest.testkit.junit5.RealDruid;
import io.druidingest.unit.Interval;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real clusters tell of themselves: one of 33.0.0 behind a Router, and the nodes of one of 37.0.0. */
@RealDruid
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class ClusterIT {

    private final LocalDruid local33;
    private final DruidClient druid33;
    private final LocalDruid local37 = LocalDruid.start(b -> b.version("37.0.0"));
    private final DruidClient druid37 = DruidClient.builder()
            .overlords(local37.overlord().toString())
            .coordinators(local37.coordinator().toString())
            .build();

    ClusterIT(LocalDruid local33, DruidClient druid33) {
        this.local33 = local33;
        this.druid33 = druid33;
    }

    @AfterAll
    void close() {
        druid37.close();
        local37.close();
    }

    /** Not the clients themselves as arguments: those would be closed after the test. */
    private DruidClient druid(String version) {
        return version.startsWith("33") ? druid33 : druid37;
    }

    @Test
    @Shows({
        "GET /druid/indexer/v1/leader",
        "GET /druid/coordinator/v1/leader",
        "GET /druid/indexer/v1/isLeader",
        "GET /druid/coordinator/v1/isLeader"
    })
    void theLeaderIsKnown() throws InterruptedException {
        for (NodeRole role : List.of(NodeRole.OVERLORD, NodeRole.COORDINATOR)) {
            assertThat(Await.result(druid33.cluster().leader(role))).contains(local33.overlord());
            assertThat(Await.result(druid37.cluster().leader(role))).contains(local37.overlord());
            assertThat(Await.result(druid33.cluster().isLeader(role))).isTrue();
            assertThat(Await.result(druid37.cluster().isLeader(role))).isTrue();
        }
    }

    @Test
    @Shows({"GET /status", "GET /status/health", "GET /status/selfDiscovered/status"})
    void eachNodeTellsItsVersionAndHealth() throws InterruptedException {
        for (NodeRole role : NodeRole.values()) {
            ServerStatus status = Await.result(druid33.cluster().status(role));
            assertThat(status.version()).hasToString("33.0.0");
            assertThat(status.extensions()).contains("druid-kafka-indexing-service");
            assertThat(status.usedMemory()).isPositive().isLessThan(status.maxMemory());
            assertThat(Await.result(druid33.cluster().isHealthy(role))).isTrue();
            assertThat(Await.result(druid33.cluster().isSelfDiscovered(role))).isTrue();
        }
        assertThat(Await.result(druid37.cluster().status(NodeRole.OVERLORD))
                        .version()
                        .isAtLeast(37))
                .isTrue();
        assertThat(Await.result(druid37.cluster().isHealthy(NodeRole.COORDINATOR)))
                .isTrue();
        assertThat(Await.result(druid37.cluster().isSelfDiscovered(NodeRole.OVERLORD)))
                .isTrue();
    }

    @Test
    @Shows("GET /druid/router/v1/brokers")
    void theRouterKnowsItsBroker() throws InterruptedException {
        assertThat(Await.result(druid33.cluster().brokers()))
                .containsEntry("druid/broker", List.of(local33.broker().getAuthority()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"33.0.0", "37.0.0"})
    @Shows({
        "GET /druid/indexer/v1/workers",
        "GET /druid/indexer/v1/totalWorkerCapacity",
        "POST /druid/indexer/v1/worker/{host}/enable",
        "POST /druid/indexer/v1/worker/{host}/disable",
        "GET /druid/indexer/v1/scaling"
    })
    void aWorkerCanBeDisabledAndEnabled(String version) throws InterruptedException {
        Cluster cluster = druid(version).cluster();
        Worker worker = Await.result(cluster.workers()).get(0);
        assertThat(worker.isEnabled()).isTrue();
        assertThat(worker.capacity()).isEqualTo(6);
        assertThat(worker.lastCompletedTaskTime()).isNotNull();
        assertThat(Await.result(cluster.workerCapacity()).current()).hasValue(6);
        assertThat(Await.result(cluster.scaling())).isEmpty();

        Await.result(cluster.disableWorker(worker.host()));
        assertThat(isEnabled(cluster, false)).isTrue();
        Await.result(cluster.enableWorker(worker.host()));
        assertThat(isEnabled(cluster, true)).isTrue();

        assertThatThrownBy(() -> Await.result(cluster.disableWorker("127.0.0.1:1")))
                .isInstanceOf(DruidHttpException.class);
    }

    /** The worker tells the Overlord a moment later. */
    private static boolean isEnabled(Cluster cluster, boolean enabled) {
        return Stream.generate(() -> cluster.workers().join().get(0).isEnabled())
                .limit(1_000)
                .anyMatch(is -> is == enabled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"33.0.0", "37.0.0"})
    @Shows({"GET /druid/indexer/v1/worker", "POST /druid/indexer/v1/worker", "GET /druid/indexer/v1/worker/history"})
    void howTasksAreGivenToWorkersCanBeSet(String version) throws Exception {
        Cluster cluster =
                druid(version).with(r -> r.author("it").comment("why not")).cluster();
        assertThat(Await.result(cluster.workerConfig())).isEmpty();

        Await.result(cluster.workerConfig(WorkerConfig.of(new ObjectMapper()
                .readTree(
                        "{\"type\":\"default\",\"selectStrategy\":{\"type\":\"fillCapacity\"},\"autoScaler\":null}"))));

        assertThat(Await.result(cluster.workerConfig()))
                .hasValueSatisfying(
                        config -> assertThat(config.selectStrategy()).isEqualTo("fillCapacity"));
        List<AuditEntry> history = Await.result(cluster.workerConfigHistory(1));
        assertThat(history).singleElement().satisfies(ClusterIT::isOurs);
        assertThat(history.get(0).payload().at("/selectStrategy/type").asText()).isEqualTo("fillCapacity");
        assertThat(Await.result(cluster.workerConfigHistory(Interval.of("2000-01-01/2001-01-01"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"33.0.0", "37.0.0"})
    @Shows({
        "GET /druid/coordinator/v1/config",
        "POST /druid/coordinator/v1/config",
        "GET /druid/coordinator/v1/config/history"
    })
    void theCoordinatorsConfigCanBeSetInPart(String version) throws InterruptedException {
        Cluster cluster =
                druid(version).with(r -> r.author("it").comment("why not")).cluster();
        CoordinatorConfig before = Await.result(cluster.coordinatorConfig());

        Await.result(cluster.coordinatorConfig(c -> c.maxSegmentsToMove(77)
                .decommissioningNodes(List.of("nobody:8083"))
                .killTaskSlotRatio(0.2)));

        CoordinatorConfig after = Await.result(cluster.coordinatorConfig());
        assertThat(after.maxSegmentsToMove()).isEqualTo(77).isNotEqualTo(before.maxSegmentsToMove());
        assertThat(after.decommissioningNodes()).containsExactly("nobody:8083");
        assertThat(after.killTaskSlotRatio()).isEqualTo(0.2);
        assertThat(after.millisToWaitBeforeDeleting()).isEqualTo(before.millisToWaitBeforeDeleting());
        assertThat(after.pauseCoordination()).isFalse();
        assertThat(after.smartSegmentLoading()).isTrue();
        assertThat(after.maxSegmentsInNodeLoadingQueue()).isEqualTo(before.maxSegmentsInNodeLoadingQueue());
        assertThat(after.replicationThrottleLimit()).isEqualTo(500);

        List<AuditEntry> history = Await.result(cluster.coordinatorConfigHistory(1));
        assertThat(history).singleElement().satisfies(ClusterIT::isOurs);
        assertThat(history.get(0).payload().path("maxSegmentsToMove").asInt()).isEqualTo(77);
        assertThat(Await.result(cluster.coordinatorConfigHistory(Interval.of("2000-01-01/2001-01-01"))))
                .isEmpty();
        Await.result(cluster.coordinatorConfig(c -> c.maxSegmentsToMove(before.maxSegmentsToMove())
                .decommissioningNodes(before.decommissioningNodes())
                .killTaskSlotRatio(before.killTaskSlotRatio())));
    }

    @Test
    void thePlacingOfSegmentsCanBePaused() {
        DruidClient druid = druid37;
        Capabilities can = druid.cluster().capabilities().join();
        assertThat(can.supports("index_parallel")).isTrue();

        druid.with(r -> r.author("ops").comment("ticket 42"))
                .cluster()
                .coordinatorConfig(c -> c.pauseCoordination(true))
                .join();

        assertThat(druid.cluster().coordinatorConfig().join().pauseCoordination())
                .isTrue();
        druid.cluster().coordinatorConfig(c -> c.pauseCoordination(false)).join();
        assertThat(druid.cluster().coordinatorConfig().join().pauseCoordination())
                .isFalse();
    }

    private static void isOurs(AuditEntry entry) {
        assertThat(entry.author()).isEqualTo("it");
        assertThat(entry.comment()).isEqualTo("why not");
        assertThat(entry.identity()).isNotEmpty();
        assertThat(entry.auditTime()).isNotNull();
    }
}
