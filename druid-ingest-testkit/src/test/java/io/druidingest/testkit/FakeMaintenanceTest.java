package io.druidingest.testkit;

import static io.druidingest.unit.Granularity.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.client.DruidClient;
import io.druidingest.client.SupervisorHandle;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.AutoCompactionSnapshot;
import io.druidingest.client.model.DataSegment;
import io.druidingest.coordinator.ClusterCompactionConfig;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.spec.AutocompactSupervisor;
import io.druidingest.spec.CronSchedulerConfig;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.ScheduledBatchSupervisor;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What Druid does by itself, at its times: statements that are scheduled, and compaction. The times are those of Druid's classes
 * {@code ScheduledBatchTaskManager}, {@code CompactSegments} and {@code OverlordCompactionScheduler}.
 */
@ExtendWith(FakeOverlordExtension.class)
class FakeMaintenanceTest {

    private static final IndexParallelTask LOAD = Loads.inline("clicks", Loads.rows(10));

    private final FakeOverlord overlord;
    private final DruidClient druid;

    FakeMaintenanceTest(FakeOverlord overlord, DruidClient druid) {
        this.overlord = overlord;
        this.druid = druid;
    }

    @Test
    void aScheduledStatementIsSubmittedAtItsTimes() {
        overlord.onSubmit("query_controller").plan(p -> p.running("10m").rows(5));
        SupervisorHandle hourly = overlord.await(druid.supervisors().submit(scheduled("0 * * * *")));
        overlord.time().advance(Duration.ofMinutes(150));

        assertThat(overlord.tasks()).hasSize(2).allSatisfy(task -> {
            assertThat(task.path("type").asText()).isEqualTo("query_controller");
            assertThat(task.path("sqlQuery").asText()).startsWith("REPLACE INTO clicks");
        });
        JsonNode told = overlord.await(hourly.status()).json().path("payload");
        assertThat(told.path("lastTaskSubmittedTime").asText()).isEqualTo("2026-01-01T02:00:00.000Z");
        assertThat(told.path("nextTaskSubmissionTime").asText()).isEqualTo("2026-01-01T03:00:00.000Z");
        assertThat(told.at("/taskReport/totalSubmittedTasks").asInt()).isEqualTo(2);
        assertThat(told.at("/taskReport/totalSuccessfulTasks").asInt()).isEqualTo(2);
        assertThat(told.at("/taskReport/recentTasks/1/taskStatus/status").asText())
                .isEqualTo("SUCCESS");
        assertThat(told.at("/taskReport/recentTasks/1/updatedTime").asText()).isEqualTo("2026-01-01T02:10:00.000Z");
        assertThat(segments()).isNotEmpty();
    }

    @Test
    void whoIsSuspendedSubmitsNothingAndRemembers() {
        overlord.onSubmit("query_controller").plan(p -> p.fails("UnknownError: no"));
        SupervisorHandle hourly = overlord.await(druid.supervisors().submit(scheduled("0 * * * *")));
        overlord.time().advance(Duration.ofMinutes(61));
        overlord.await(hourly.suspend());
        overlord.time().advance(Duration.ofHours(5));
        assertThat(overlord.tasks()).hasSize(1);

        overlord.await(hourly.resume());
        overlord.time().advance(Duration.ofHours(1));

        assertThat(overlord.tasks()).hasSize(2);
        assertThat(overlord.await(hourly.status())
                        .json()
                        .at("/payload/taskReport/totalFailedTasks")
                        .asInt())
                .isEqualTo(2);
        overlord.await(hourly.terminate());
        overlord.time().advance(Duration.ofHours(5));
        assertThat(overlord.tasks()).hasSize(2);
    }

    /** Nor did a Druid 33.0.0 without the extension, that was to submit one each second. */
    @Test
    void withoutMultiStageQueriesNothingIsSubmittedOrTold() {
        try (FakeOverlord bare = FakeOverlord.start(b -> b.extensions());
                DruidClient client = bare.client()) {
            SupervisorHandle hourly = bare.await(client.supervisors().submit(scheduled("0 * * * *")));
            bare.time().advance(Duration.ofHours(3));

            JsonNode told = bare.await(hourly.status()).json().path("payload");
            assertThat(bare.tasks()).isEmpty();
            assertThat(told.path("lastTaskSubmittedTime").isNull()).isTrue();
            assertThat(told.at("/taskReport/totalSubmittedTasks").asInt()).isZero();
        }
    }

    private static ScheduledBatchSupervisor scheduled(String cron) {
        return ScheduledBatchSupervisor.of(s -> s.id("hourly")
                .dataSource("clicks")
                .schedulerConfig(CronSchedulerConfig.unix(cron))
                .spec("REPLACE INTO clicks OVERWRITE ALL SELECT * FROM src PARTITIONED BY DAY"));
    }

    @Test
    void theCoordinatorCompactsWhatIsOldEnough() {
        load();
        overlord.await(druid.compaction().set(CompactionConfig.inline("clicks", c -> c.skipOffsetFromLatest("P1D"))));
        overlord.time().advance(Duration.ofMinutes(29));
        assertThat(compactions()).isEmpty();
        AutoCompactionSnapshot before = snapshot();
        assertThat(before.json().path("segmentCountAwaitingCompaction").asInt()).isOne();
        assertThat(before.json().path("segmentCountSkipped").asInt()).isOne();

        overlord.time().advance(Duration.ofMinutes(32));

        assertThat(compactions()).singleElement().satisfies(task -> {
            assertThat(task.path("id").asText()).startsWith("coordinator-issued_compact_clicks_");
            assertThat(task.at("/ioConfig/inputSpec/interval").asText())
                    .isEqualTo("2026-01-01T00:00:00.000Z/2026-01-02T00:00:00.000Z");
        });
        assertThat(snapshot().json().path("segmentCountCompacted").asInt()).isOne();
        overlord.time().advance(Duration.ofHours(5));
        assertThat(compactions()).as("it stays compacted").hasSize(1);
    }

    @Test
    void supervisorsCompactToLongerChunksAndAgainWhatIsAdded() {
        useSupervisors();
        load();
        SupervisorHandle handle = overlord.await(druid.supervisors()
                .submit(AutocompactSupervisor.of(a -> a.spec(CompactionConfig.inline(
                        "clicks",
                        c -> c.skipOffsetFromLatest("PT0S").granularitySpec(g -> g.segmentGranularity(MONTH)))))));
        overlord.time().advance(Duration.ofSeconds(10));

        assertThat(compactions()).hasSize(1);
        assertThat(segments())
                .filteredOn(DataSegment::dataSource, "clicks")
                .last()
                .satisfies(month ->
                        assertThat(month.interval().toString()).startsWith("2026-01-01T00:00:00.000Z/2026-02-01"));
        load();
        overlord.time().advance(Duration.ofSeconds(10));
        assertThat(compactions()).hasSize(2);

        overlord.await(handle.suspend());
        load();
        overlord.time().advance(Duration.ofMinutes(5));
        assertThat(compactions()).hasSize(2);
    }

    @Test
    void noMoreTasksCompactThanTheirSlotsAndWhatFailsIsTriedAgain() {
        useSupervisors();
        overlord.onSubmit("compact").plan(p -> p.running("1m").fails("no space"));
        load();
        overlord.await(druid.compaction()
                .setClusterConfig(
                        ClusterCompactionConfig.of(c -> c.useSupervisors(true).maxCompactionTaskSlots(1))));
        overlord.await(druid.compaction().set(CompactionConfig.inline("clicks", c -> c.skipOffsetFromLatest("PT0S"))));
        overlord.time().advance(Duration.ofSeconds(50));
        assertThat(compactions()).hasSize(1);

        overlord.time().advance(Duration.ofMinutes(2));

        assertThat(compactions()).hasSizeBetween(2, 3);
    }

    private void useSupervisors() {
        overlord.await(druid.compaction().setClusterConfig(ClusterCompactionConfig.of(c -> c.useSupervisors(true))));
    }

    private void load() {
        overlord.await(druid.tasks().submit(LOAD).thenCompose(TaskHandle::completion));
    }

    private List<JsonNode> compactions() {
        return overlord.tasks().stream()
                .filter(task -> task.path("type").asText().equals("compact"))
                .collect(Collectors.toList());
    }

    private AutoCompactionSnapshot snapshot() {
        return Objects.requireNonNull(overlord.await(druid.compaction().status("clicks")));
    }

    private List<DataSegment> segments() {
        List<DataSegment> all = new ArrayList<>();
        long unused = overlord.await(druid.segments().used("clicks", all::add));
        return all;
    }
}
