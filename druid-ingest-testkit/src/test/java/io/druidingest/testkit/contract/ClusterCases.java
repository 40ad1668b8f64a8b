package io.druidingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.Cluster;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.NodeRole;
import io.druidingest.client.model.Worker;
import io.druidingest.testkit.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a cluster tells of itself, whatever the version. */
@Timeout(60)
abstract class ClusterCases {

    private final Stage stage;
    private final Cluster cluster;

    ClusterCases(Stage stage) {
        this.stage = stage;
        this.cluster = stage.druid().cluster();
    }

    @Test
    @Shows({"GET /druid/indexer/v1/leader", "GET /druid/coordinator/v1/leader"})
    void theLeadersAreKnown() {
        assertThat(stage.await(cluster.leader(NodeRole.OVERLORD))).isPresent();
        assertThat(stage.await(cluster.leader(NodeRole.COORDINATOR))).isPresent();
    }

    @Test
    @Shows({"GET /druid/indexer/v1/isLeader", "GET /druid/coordinator/v1/isLeader"})
    void whoLeadsSaysSo() {
        assertThat(stage.await(cluster.isLeader(NodeRole.OVERLORD))).isTrue();
        assertThat(stage.await(cluster.isLeader(NodeRole.COORDINATOR))).isTrue();
    }

    @Test
    @Shows("GET /druid/indexer/v1/workers")
    void aWorkerTellsWhatItCanDo() {
        assertThat(stage.await(cluster.workers())).isNotEmpty().allSatisfy(worker -> {
            assertThat(worker.host()).contains(":");
            assertThat(worker.capacity()).isPositive();
            assertThat(worker.isEnabled()).isTrue();
            assertThat(worker.lastCompletedTaskTime()).isNotNull();
        });
    }

    @Test
    @Shows("GET /druid/indexer/v1/totalWorkerCapacity")
    void theCapacityIsThatOfTheWorkers() {
        Worker worker = stage.await(cluster.workers()).get(0);

        assertThat(stage.await(cluster.workerCapacity()).current()).hasValue(worker.capacity());
    }

    @Test
    @Shows({"POST /druid/indexer/v1/worker/{host}/disable", "POST /druid/indexer/v1/worker/{host}/enable"})
    void aWorkerIsDisabledAndEnabled() {
        String host = stage.await(cluster.workers()).get(0).host();

        stage.await(cluster.disableWorker(host));
        stage.until(
                "the Overlord to hear of it",
                () -> !stage.await(cluster.workers()).get(0).isEnabled());
        stage.await(cluster.enableWorker(host));
        stage.until(
                "the Overlord to hear of it",
                () -> stage.await(cluster.workers()).get(0).isEnabled());
    }

    @Test
    void anUnknownWorkerCannotBeDisabled() {
        assertThatThrownBy(() -> stage.await(cluster.disableWorker("127.0.0.1:1")))
                .hasCauseInstanceOf(DruidHttpException.class);
    }
}
