package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.model.CompactionChange;
import io.druidingest.client.model.SegmentUpdate;
import io.druidingest.client.model.TaskState;
import io.druidingest.coordinator.ClusterCompactionConfig;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.testkit.junit5.RealDruid;
import io.druidingest.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was the Coordinator's matter in Druid 27, and is the Overlord's since. */
@Timeout(120)
@RealDruid(version = "27.0.0")
class Before32IT {

    private static final Interval ALL = Interval.of("2026-01-01/2026-02-01");

    private final DruidClient druid;
    private final String dataSource = Loads.newDataSource();

    Before32IT(DruidClient druid) {
        this.druid = druid;
    }

    @Test
    @Shows({
        "POST /druid/coordinator/v1/datasources/{datasource}",
        "DELETE /druid/coordinator/v1/datasources/{datasource}",
        "POST /druid/coordinator/v1/datasources/{datasource}/markUsed",
        "POST /druid/coordinator/v1/datasources/{datasource}/markUnused",
        "POST /druid/coordinator/v1/datasources/{datasource}/segments/{segment}",
        "DELETE /druid/coordinator/v1/datasources/{datasource}/segments/{segment}"
    })
    void theCoordinatorMarksSegments() {
        assertThat(druid.tasks()
                        .submit(Loads.inline(dataSource, Loads.rows(10)))
                        .thenCompose(task -> task.completion())
                        .join()
                        .state())
                .isEqualTo(TaskState.SUCCESS);
        List<String> all = used();
        assertThat(all).hasSize(2);
        marks(() -> druid.segments().markUnused(dataSource, ALL), 0);
        marks(() -> druid.segments().markUsed(dataSource, all), 2);
        marks(() -> druid.segments().markUnused(dataSource, all.get(0)), 1);
        marks(() -> druid.segments().markUsed(dataSource, all.get(0)), 2);
        marks(() -> druid.segments().markUnused(dataSource), 0);
        marks(() -> druid.segments().markUsed(dataSource), 2);
        assertThatThrownBy(
                        () -> druid.segments().markUnused(dataSource, ALL, "v").join())
                .hasCauseInstanceOf(DruidHttpException.class);
        assertThat(used()).hasSize(2);
    }

    @Test
    @Shows({
        "GET /druid/coordinator/v1/config/compaction",
        "POST /druid/coordinator/v1/config/compaction",
        "GET /druid/coordinator/v1/config/compaction/{datasource}",
        "DELETE /druid/coordinator/v1/config/compaction/{datasource}",
        "GET /druid/coordinator/v1/config/compaction/{datasource}/history",
        "POST /druid/coordinator/v1/config/compaction/taskslots",
        "GET /druid/coordinator/v1/compaction/status"
    })
    void theCoordinatorIsToldOfCompaction() {
        assertThat(druid.compaction().config(dataSource).join()).isNull();
        assertThat(druid.compaction().status(dataSource).join()).isNull();
        druid.compaction().delete(dataSource).join();

        CompactionConfig config = CompactionConfig.inline(dataSource, c -> c.skipOffsetFromLatest("P7D"));
        druid.with(r -> r.author("ops")).compaction().set(config).join();
        CompactionConfig read =
                Objects.requireNonNull(druid.compaction().config(dataSource).join());
        assertThat(read.dataSource()).isEqualTo(dataSource);
        assertThat(druid.compaction().configs().join()).contains(read);
        assertThat(druid.compaction().statuses().join()).isNotNull();
        CompactionChange change =
                druid.compaction().history(dataSource, 1).join().get(0);
        assertThat(change.author()).isEqualTo("ops");
        assertThat(Objects.requireNonNull(change.compactionConfig()).dataSource())
                .isEqualTo(dataSource);
        druid.compaction().delete(dataSource).join();
        assertThat(druid.compaction().config(dataSource).join()).isNull();

        druid.compaction()
                .setClusterConfig(ClusterCompactionConfig.of(
                        c -> c.compactionTaskSlotRatio(0.5).maxCompactionTaskSlots(3)))
                .join();
        ClusterCompactionConfig cluster = druid.compaction().clusterConfig().join();
        assertThat(cluster.compactionTaskSlotRatio()).isEqualTo(0.5);
        assertThat(cluster.maxCompactionTaskSlots()).isEqualTo(3);
        assertThatThrownBy(() -> druid.compaction()
                        .setClusterConfig(ClusterCompactionConfig.of(c -> c.useSupervisors(true)))
                        .join())
                .hasCauseInstanceOf(DruidHttpException.class);
    }

    /** Until so many are used: what it marks is what its snapshot has, which it renews each second. */
    private void marks(Supplier<CompletableFuture<SegmentUpdate>> mark, int used) {
        do {
            assertThat(Thread.interrupted()).as("time is up").isFalse();
            assertThat(mark.get().join()).isNotNull();
        } while (used().size() != used);
    }

    private List<String> used() {
        List<String> ids = new ArrayList<>();
        druid.segments().usedIds(dataSource, List.of(ALL), ids::add).join();
        return ids;
    }
}
