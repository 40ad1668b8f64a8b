package io.druidingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.client.model.AutoCompactionSnapshot;
import io.druidingest.client.model.CompactionChange;
import io.druidingest.coordinator.ClusterCompactionConfig;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.coordinator.InlineCompactionConfig;
import io.druidingest.json.SpecJson;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.Shows;
import io.druidingest.unit.Interval;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How compaction is read and set, whatever the version, and whoever compacts. */
@Timeout(60)
abstract class CompactionCases {

    private final Stage stage;
    private final DruidClient druid;
    private final String dataSource = Loads.newDataSource();
    private ClusterCompactionConfig usual;

    CompactionCases(Stage stage) {
        this.stage = stage;
        this.druid = stage.druid();
    }

    @BeforeEach
    void remember() {
        usual = druid.compaction().clusterConfig().join();
    }

    @AfterEach
    void restore() {
        druid.compaction().delete(dataSource).join();
        druid.compaction().setClusterConfig(usual).join();
    }

    @Test
    @Shows({
        "GET /druid/indexer/v1/compaction/config/datasources",
        "GET /druid/indexer/v1/compaction/config/datasources/{datasource}",
        "POST /druid/indexer/v1/compaction/config/datasources/{datasource}",
        "DELETE /druid/indexer/v1/compaction/config/datasources/{datasource}"
    })
    void aConfigIsSetReadAndTakenAway() {
        assertThat(druid.compaction().config(dataSource).join()).isNull();

        CompactionConfig config = inline("P7D");
        druid.compaction().set(config).join();
        CompactionConfig read =
                Objects.requireNonNull(druid.compaction().config(dataSource).join());
        assertThat(SpecJson.diff(config, read)).isEmpty();
        assertThat(druid.compaction().configs().join())
                .filteredOn(c -> c.dataSource().equals(dataSource))
                .containsExactly(read);

        druid.compaction().delete(dataSource).join();
        assertThat(druid.compaction().config(dataSource).join()).isNull();
        druid.compaction().delete(dataSource).join();
    }

    @Test
    @Shows("GET /druid/indexer/v1/compaction/config/datasources/{datasource}/history")
    void theHistoryTellsWhoChangedWhat() {
        DruidClient ops = druid.with(r -> r.author("ops").comment("ticket 1"));
        ops.compaction().set(inline("P7D")).join();
        ops.compaction().set(inline("P2D")).join();

        List<CompactionChange> changes =
                druid.compaction().history(dataSource, 2).join();
        assertThat(changes)
                .extracting(change -> ((InlineCompactionConfig) Objects.requireNonNull(change.compactionConfig()))
                        .skipOffsetFromLatest()
                        .toString())
                .containsExactly("P2D", "P7D");
        assertThat(changes).allSatisfy(change -> assertThat(change.auditTime()).isNotNull());
        assertThat(druid.compaction().history(dataSource, 1).join()).hasSize(1);
        assertThat(druid.compaction()
                        .history(dataSource, Interval.of("2020-01-01/2021-01-01"))
                        .join())
                .isEmpty();
    }

    @Test
    void withoutSupervisorsTheHistoryTellsWhy() {
        useSupervisors(false);
        druid.with(r -> r.author("ops").comment("ticket 1"))
                .compaction()
                .set(inline("P7D"))
                .join();

        CompactionChange change =
                druid.compaction().history(dataSource, 1).join().get(0);
        assertThat(change.author()).isEqualTo("ops");
        assertThat(change.comment()).isEqualTo("ticket 1");
        assertThat(change.globalConfig()).isNotNull();
    }

    @Test
    @Shows({
        "GET /druid/indexer/v1/compaction/config/cluster",
        "POST /druid/indexer/v1/compaction/config/cluster",
        "GET /druid/indexer/v1/compaction/isSupervisorEnabled"
    })
    void theConfigOfTheClusterIsSetAndWhatItDoesNotSayGetsTheDefault() {
        druid.compaction()
                .setClusterConfig(ClusterCompactionConfig.of(
                        c -> c.compactionTaskSlotRatio(0.5).maxCompactionTaskSlots(3)))
                .join();
        druid.compaction()
                .setClusterConfig(ClusterCompactionConfig.of(c -> c.maxCompactionTaskSlots(2)))
                .join();

        ClusterCompactionConfig read = druid.compaction().clusterConfig().join();
        assertThat(read.maxCompactionTaskSlots()).isEqualTo(2);
        assertThat(read.compactionTaskSlotRatio()).isEqualTo(0.1);
        for (boolean supervisors : new boolean[] {true, false}) {
            useSupervisors(supervisors);
            assertThat(druid.compaction().isSupervisorEnabled().join()).isEqualTo(supervisors);
        }
    }

    @Test
    void supervisorsCompactByTheSameConfigs() {
        useSupervisors(true);
        aConfigIsSetReadAndTakenAway();
    }

    @Test
    @Shows({
        "GET /druid/indexer/v1/compaction/status/datasources",
        "GET /druid/indexer/v1/compaction/status/datasources/{datasource}"
    })
    void theStatusTellsHowFarItIs() {
        stage.await(
                druid.tasks().submit(Loads.inline(dataSource, Loads.rows(10))).thenCompose(task -> task.completion()));
        useSupervisors(false);
        druid.compaction().set(inline("P7D")).join();
        stage.until(
                "the Coordinator to see the config with its next run",
                () -> druid.compaction().statuses().join().stream()
                        .anyMatch(s -> s.dataSource().equals(dataSource)));

        AutoCompactionSnapshot status =
                Objects.requireNonNull(druid.compaction().status(dataSource).join());
        assertThat(status.dataSource()).isEqualTo(dataSource);
        assertThat(status.scheduleStatus()).isEqualTo("RUNNING");
    }

    @Test
    void supervisorsTellThatADatasourceIsNotCompacted() {
        useSupervisors(true);
        assertThat(Objects.requireNonNull(druid.compaction().status(dataSource).join())
                        .scheduleStatus())
                .isEqualTo("NOT_ENABLED");
    }

    @Test
    void theCoordinatorTellsNothingOfWhatItDoesNotKnow() {
        useSupervisors(false);
        assertThat(druid.compaction().status(dataSource).join()).isNull();
    }

    @Test
    @Shows("POST /druid/indexer/v1/compaction/simulate")
    void aRunCanBeSimulated() {
        useSupervisors(true);
        assertThat(druid.compaction()
                        .simulate(ClusterCompactionConfig.of(c -> c.maxCompactionTaskSlots(2)))
                        .join()
                        .json()
                        .path("compactionStates")
                        .isObject())
                .isTrue();
    }

    /** What stands in {@code docs/client.md}. */
    @Test
    void theGuideTellsTheTruth() {
        druid.compaction()
                .set(CompactionConfig.inline(dataSource, c -> c.skipOffsetFromLatest("P1D")))
                .join();

        assertThat(druid.compaction().config(dataSource).join()).isNotNull();
    }

    private CompactionConfig inline(String skipOffset) {
        return CompactionConfig.inline(dataSource, c -> c.skipOffsetFromLatest(skipOffset));
    }

    private void useSupervisors(boolean use) {
        druid.compaction()
                .setClusterConfig(ClusterCompactionConfig.of(c -> c.useSupervisors(use)))
                .join();
    }
}
