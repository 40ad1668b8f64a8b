package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.SupervisorHandle;
import io.druidingest.client.SupervisorNotFoundException;
import io.druidingest.client.model.Offsets;
import io.druidingest.client.model.StreamStatus;
import io.druidingest.client.model.StreamTask;
import io.druidingest.client.model.SupervisorHealth;
import io.druidingest.client.model.SupervisorState;
import io.druidingest.client.model.SupervisorSummary;
import io.druidingest.client.model.SupervisorVersion;
import io.druidingest.client.model.TaskState;
import io.druidingest.input.InputFormat;
import io.druidingest.json.SpecJson;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.Metric;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.KafkaSupervisor;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeOverlordExtension.class)
class FakeSupervisorsTest {

    private final FakeOverlord overlord;
    private final DruidClient druid;

    FakeSupervisorsTest(FakeOverlord overlord, DruidClient druid) {
        this.overlord = overlord;
        this.druid = druid;
    }

    @Test
    void readsOnceItsStartDelayIsOver() {
        Instant start = overlord.time().now();
        SupervisorHandle clicks = overlord.await(druid.supervisors().submit(spec("clicks", "topic")));
        assertThat(overlord.await(clicks.status()).state()).isEqualTo(SupervisorState.PENDING);

        overlord.await(clicks.reaches(SupervisorState.RUNNING));

        assertThat(Duration.between(start, overlord.time().now()))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(30));
        StreamStatus stream = stream(clicks);
        assertThat(stream.stream()).isEqualTo("topic");
        assertThat(stream.partitions()).isEqualTo(2);
        assertThat(stream.activeTasks()).hasSize(1);
        assertThat(stream.activeTasks().get(0).startingOffsets())
                .isEqualTo(Offsets.of(0, 0).and(1, 0));
        assertThat(overlord.await(clicks.health())).isEqualTo(SupervisorHealth.HEALTHY);
        assertThat(overlord.await(clicks.stats()).byTaskGroup()).containsOnlyKeys(0);
        assertThat(overlord.await(clicks.parseErrors())).isEmpty();
    }

    @Test
    void itsSpecIsReadBackWithDefaults() {
        KafkaSupervisor sent = spec("clicks", "topic");
        SupervisorHandle clicks = running(sent);

        assertThat(SpecJson.diff(sent, overlord.await(clicks.spec()))).isEmpty();
        assertThat(SpecJson.diff(spec("clicks", "other"), overlord.await(clicks.spec())))
                .isNotEmpty();
    }

    @Test
    void suspendingEndsItsTasksAndResumingStartsOthers() {
        SupervisorHandle clicks = running(spec("clicks", "topic"));
        String task = tasks(clicks).get(0).id();

        overlord.await(clicks.suspend());
        overlord.await(clicks.suspend());
        overlord.await(clicks.reaches(SupervisorState.SUSPENDED));
        assertThat(overlord.await(druid.tasks().attach(task).completion()).state())
                .isEqualTo(TaskState.SUCCESS);
        assertThat(tasks(clicks)).isEmpty();
        assertThat(stream(clicks).publishingTasks()).isEmpty();

        overlord.await(clicks.resume());
        overlord.await(clicks.reaches(SupervisorState.RUNNING));
        assertThat(tasks(clicks)).hasSize(1).extracting(StreamTask::id).doesNotContain(task);
        assertThat(overlord.await(clicks.history())).hasSize(3);
    }

    @Test
    void itsTasksTakeTurns() {
        SupervisorHandle clicks = running(spec("clicks", "topic"));
        String task = tasks(clicks).get(0).id();

        overlord.time().advance(Duration.ofMinutes(62));

        assertThat(overlord.await(druid.tasks().attach(task).status()).state()).isEqualTo(TaskState.SUCCESS);
        assertThat(tasks(clicks)).hasSize(1).extracting(StreamTask::id).doesNotContain(task);
    }

    @Test
    void theSameSpecRestartsItsTasksUnlessItIsToldNotTo() {
        KafkaSupervisor spec = spec("clicks", "topic");
        SupervisorHandle clicks = running(spec);
        String task = tasks(clicks).get(0).id();

        overlord.await(druid.supervisors().submit(spec, o -> o.skipRestartIfUnmodified(true)));
        assertThat(tasks(clicks)).extracting(StreamTask::id).containsExactly(task);

        running(spec);
        assertThat(tasks(clicks)).hasSize(1).extracting(StreamTask::id).doesNotContain(task);
        assertThat(overlord.await(clicks.history())).hasSize(1);
    }

    @Test
    void readsFromTheOffsetsThatItIsGiven() {
        SupervisorHandle clicks = running(spec("clicks", "topic"));
        String task = tasks(clicks).get(0).id();

        overlord.await(clicks.resetOffsets(Offsets.of(1, 70)));
        assertThat(overlord.await(druid.tasks().attach(task).completion()).state())
                .isEqualTo(TaskState.FAILED);
        overlord.time().advance(Duration.ofSeconds(30));
        assertThat(tasks(clicks).get(0).startingOffsets())
                .isEqualTo(Offsets.of(0, 0).and(1, 70));

        overlord.await(clicks.reset());
        overlord.time().advance(Duration.ofSeconds(30));
        assertThat(tasks(clicks).get(0).startingOffsets())
                .isEqualTo(Offsets.of(0, 0).and(1, 0));
    }

    @Test
    void handsOffBeforeItsTime() {
        SupervisorHandle clicks = running(spec("clicks", "topic"));
        String task = tasks(clicks).get(0).id();

        overlord.await(clicks.handOffTaskGroups(0, 7));

        assertThat(overlord.await(druid.tasks().attach(task).completion()).state())
                .isEqualTo(TaskState.SUCCESS);
    }

    @Test
    void onceTerminatedOnlyItsHistoryIsLeft() {
        SupervisorHandle clicks = running(spec("clicks", "topic"));

        overlord.await(clicks.terminate());
        overlord.await(clicks.terminate());

        assertThat(overlord.await(druid.supervisors().ids())).isEmpty();
        assertThatThrownBy(() -> overlord.await(clicks.status())).hasCauseInstanceOf(SupervisorNotFoundException.class);
        List<SupervisorVersion> history = overlord.await(clicks.history());
        assertThat(history).extracting(SupervisorVersion::isTombstone).containsExactly(true, false);
        assertThat(overlord.await(druid.supervisors().history())).containsOnlyKeys("clicks");
        assertThatThrownBy(
                        () -> overlord.await(druid.supervisors().attach("never").history()))
                .hasCauseInstanceOf(SupervisorNotFoundException.class);
    }

    @Test
    void allAreChangedAtOnce() {
        running(spec("clicks", "topic"));
        running(spec("views", "other"));

        overlord.await(druid.supervisors().suspendAll());
        assertThat(overlord.await(druid.supervisors().states()))
                .extracting(SupervisorSummary::state)
                .containsExactly(SupervisorState.SUSPENDED, SupervisorState.SUSPENDED);

        overlord.await(druid.supervisors().resumeAll());
        assertThat(overlord.await(druid.supervisors().list()))
                .extracting(SupervisorSummary::id)
                .containsExactly("clicks", "views");

        overlord.await(druid.supervisors().terminateAll());
        assertThat(overlord.await(druid.supervisors().ids())).isEmpty();
    }

    @Test
    void isUnhealthyOnceItsTasksHaveFailedThreeTimes() {
        overlord.onSubmit("index_kafka").plan(p -> p.fails("out of memory"));
        SupervisorHandle clicks = running(spec("clicks", "topic"));
        assertThat(overlord.await(clicks.health())).isEqualTo(SupervisorHealth.HEALTHY);

        overlord.await(clicks.reaches(SupervisorState.UNHEALTHY_TASKS));

        assertThat(overlord.await(clicks.health())).isEqualTo(SupervisorHealth.UNHEALTHY);
    }

    @Test
    void aNewerDruidKeepsToItsStream() {
        try (FakeOverlord newer = FakeOverlord.start(b -> b.version("37.0.0"));
                DruidClient client = newer.client()) {
            newer.await(client.supervisors().submit(spec("clicks", "topic")));

            assertThatThrownBy(() -> newer.await(client.supervisors().submit(spec("clicks", "other"))))
                    .hasCauseInstanceOf(DruidHttpException.class)
                    .hasMessageContaining("500");
            assertThat(stream(newer.await(client.supervisors().attach("clicks").status()).stream()).stream())
                    .isEqualTo("topic");
        }
        overlord.await(druid.supervisors().submit(spec("clicks", "topic")));
        assertThat(stream(overlord.await(druid.supervisors().submit(spec("clicks", "other")))).stream())
                .isEqualTo("other");
    }

    private SupervisorHandle running(KafkaSupervisor spec) {
        SupervisorHandle handle = overlord.await(druid.supervisors().submit(spec));
        overlord.await(handle.reaches(SupervisorState.RUNNING));
        return handle;
    }

    private List<StreamTask> tasks(SupervisorHandle handle) {
        return stream(handle).activeTasks();
    }

    private StreamStatus stream(SupervisorHandle handle) {
        return stream(overlord.await(handle.status()).stream());
    }

    private static StreamStatus stream(@Nullable StreamStatus stream) {
        return Objects.requireNonNull(stream);
    }

    private static KafkaSupervisor spec(String dataSource, String topic) {
        return KafkaSupervisor.of(k -> k.dataSchema(s -> s.dataSource(dataSource)
                        .timestampSpec(TimestampSpec.iso("time"))
                        .dimensionsSpec(Dimension.string("page"))
                        .metricsSpec(Metric.count("count")))
                .ioConfig(b -> b.topic(topic)
                        .bootstrapServers("kafka:9092")
                        .inputFormat(InputFormat.json())
                        .useEarliestOffset(true)));
    }
}
