package io.druidingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.Cluster;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.NodeRole;
import io.druidingest.client.model.Capabilities;
import io.druidingest.client.model.Worker;
import io.druidingest.testkit.Shows;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a cluster tells of itself, whatever the version. */
@Timeout(60)
abstract class ClusterCases {

    /** Those of no extension. */
    private static final String[] SOURCES = {"combining", "druid", "generator", "http", "inline", "local", "sql"};

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
    @Shows({"POST /druid/indexer/v1/task", "POST /druid/indexer/v1/supervisor", "POST /druid/indexer/v1/sampler"})
    void whatItCanDoIsFoundOut() {
        Capabilities can = stage.await(cluster.capabilities());

        assertThat(can.tasks()).contains("compact", "index_parallel", "kill").doesNotContain("__probe__");
        assertThat(can.supervisors()).contains("autocompact", "scheduled_batch");
        assertThat(can.samplers()).contains("index");
        assertThat(can.inputSources()).containsExactlyInAnyOrder(SOURCES);
        assertThat(can.inputFormats()).contains("csv", "json", "regex", "tsv");
        assertThat(can.inputFormats().contains("lines")).isEqualTo(status().contains("{\"version\":\"37."));
        assertThat(can.metrics()).contains("count", "doubleSum", "stringLastFold", "singleValue");
        assertThat(can.supports("kinesis")).isFalse();
        assertThat(can.supports("query_controller")).isFalse();
    }

    /** What is told of the modules and what types there are go together. */
    @Test
    void anExtensionThatIsLoadedBringsItsTypes() {
        Capabilities can = stage.await(cluster.capabilities());
        String modules = status();

        boolean kafka = modules.contains("druid-kafka-indexing-service");
        for (Set<String> types : List.of(can.supervisors(), can.samplers(), can.inputFormats())) {
            assertThat(types.contains("kafka")).isEqualTo(kafka);
        }
        assertThat(can.tasks().contains("index_kafka")).isEqualTo(kafka);
        assertThat(can.metrics().contains("thetaSketch")).isEqualTo(modules.contains("druid-datasketches"));
        assertThat(can.supports("s3")).isEqualTo(modules.contains("druid-s3-extensions"));
    }

    private String status() {
        return new Raw(stage.uri()).get("/status").body();
    }

    @Test
    void anUnknownWorkerCannotBeDisabled() {
        assertThatThrownBy(() -> stage.await(cluster.disableWorker("127.0.0.1:1")))
                .hasCauseInstanceOf(DruidHttpException.class);
    }
}
