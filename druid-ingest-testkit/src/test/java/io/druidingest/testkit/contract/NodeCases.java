package io.druidingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.Cluster;
import io.druidingest.client.NodeRole;
import io.druidingest.client.model.ServerStatus;
import io.druidingest.testkit.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a Router tells of the nodes behind it. */
@Timeout(60)
abstract class NodeCases {

    private final Stage stage;
    private final Cluster cluster;

    NodeCases(Stage stage) {
        this.stage = stage;
        this.cluster = stage.druid().cluster();
    }

    @Test
    @Shows("GET /status")
    void aNodeTellsItsVersionAndMemory() {
        ServerStatus status = stage.await(cluster.status(NodeRole.OVERLORD));

        assertThat(status.version().isAtLeast(33)).isTrue();
        assertThat(status.usedMemory()).isPositive().isLessThan(status.maxMemory());
    }

    @Test
    @Shows("GET /status/health")
    void aNodeIsHealthy() {
        assertThat(stage.await(cluster.isHealthy(NodeRole.OVERLORD))).isTrue();
        assertThat(stage.await(cluster.isHealthy(NodeRole.COORDINATOR))).isTrue();
    }
}
