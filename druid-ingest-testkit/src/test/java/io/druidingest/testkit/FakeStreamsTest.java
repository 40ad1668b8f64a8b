package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.SupervisorHandle;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.DataSegment;
import io.druidingest.client.model.Offsets;
import io.druidingest.client.model.StreamStatus;
import io.druidingest.client.model.StreamTask;
import io.druidingest.client.model.SupervisorHealth;
import io.druidingest.client.model.SupervisorState;
import io.druidingest.client.model.SupervisorStatus;
import io.druidingest.input.InputFormat;
import io.druidingest.json.Change;
import io.druidingest.json.SpecJson;
import io.druidingest.schema.DataSchema;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.Metric;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.CompactTask;
import io.druidingest.spec.CompactionInputSpec;
import io.druidingest.spec.KafkaSupervisor;
import io.druidingest.spec.KafkaSupervisorIOConfig;
import io.druidingest.spec.KinesisSupervisor;
import io.druidingest.spec.RabbitSupervisor;
import io.druidingest.spec.Supervisor;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import io.druidingest.unit.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Streams that fill, are read, and cannot be reached. What Kafka has of it is in the contract, too; what else is here
 * follows Druid's classes {@code SeekableStreamSupervisor}, {@code SeekableStreamSupervisorStateManager},
 * {@code KinesisSupervisor} and {@code RabbitStreamSupervisor}.
 */
@ExtendWith(FakeOverlordExtension.class)
class FakeStreamsTest {

    private static final DataSchema SCHEMA = DataSchema.of(s -> s.dataSource("clicks")
            .timestampSpec(TimestampSpec.iso("time"))
            .dimensionsSpec(Dimension.string("page"))
            .metricsSpec(Metric.count("count")));

    private static final Interval DAY = Interval.of("2026-01-01/P1D");

    private final FakeOverlord overlord;
    private final DruidClient druid;

    FakeStreamsTest(FakeOverlord overlord, DruidClient druid) {
        this.overlord = overlord;
        this.druid = druid;
    }

    @Test
    void theLagGrowsWhileMoreComesThanIsRead() {
        overlord.stream("topic").grows(100).isRead(60);
        SupervisorHandle clicks = running(kafka());

        overlord.time().advance(Duration.ofMinutes(10));
        long early = lag(clicks);
        overlord.time().advance(Duration.ofMinutes(10));

        assertThat(lag(clicks) - early)
                .as("40 a second in each of two partitions")
                .isEqualTo(2 * 40 * 600);
        assertThat(stream(clicks).minimumLag().get("0")).isEqualTo(lag(clicks) / 2);
    }

    @Test
    void theLagShrinksOnceLessComes() {
        overlord.stream("topic").at(60_000).isRead(100);
        SupervisorHandle clicks = running(kafka());

        overlord.time().advance(Duration.ofMinutes(5));
        assertThat(lag(clicks)).isBetween(50_000L, 70_000L);
        overlord.time().advance(Duration.ofMinutes(10));
        assertThat(lag(clicks)).isZero();

        overlord.stream("topic").partition(1).at(61_000);
        assertThat(lag(clicks)).as("before the next look").isZero();
        overlord.time().advance(Duration.ofSeconds(31));
        assertThat(stream(clicks).latestOffsets())
                .isEqualTo(Offsets.of(0, 60_000).and(1, 61_000));
    }

    @Test
    void beforeTheFirstLookNothingIsKnown() {
        overlord.stream("topic").at(10);
        SupervisorHandle clicks = running(kafka());

        StreamStatus stream = stream(clicks);
        assertThat(stream.offsetsLastUpdated()).isNull();
        assertThat(stream.latestOffsets().byPartition()).isEmpty();
        assertThat(stream.minimumLag()).isEmpty();
        assertThat(stream.aggregateLag()).isZero();
        assertThat(stream.activeTasks().get(0).currentOffsets().byPartition()).isEmpty();
    }

    @Test
    void tasksGoOnWhereOthersHaveCome() {
        overlord.stream("topic").at(40);
        SupervisorHandle clicks = running(kafka());

        overlord.time().advance(Duration.ofMinutes(62));
        assertThat(task(clicks).startingOffsets()).isEqualTo(Offsets.of(0, 40).and(1, 40));

        overlord.await(clicks.suspend());
        overlord.stream("topic").at(70);
        overlord.time().advance(Duration.ofMinutes(2));
        assertThat(lag(clicks)).isEqualTo(60);
        overlord.await(clicks.resume());
        overlord.await(clicks.reaches(SupervisorState.RUNNING));
        assertThat(task(clicks).startingOffsets()).isEqualTo(Offsets.of(0, 40).and(1, 40));
    }

    @Test
    void whatAFailedTaskHasReadIsReadAgain() {
        overlord.stream("topic").at(40);
        SupervisorHandle clicks = running(kafka());

        overlord.task(task(clicks).id()).fail("out of memory");
        overlord.time().advance(Duration.ofMinutes(1));

        assertThat(task(clicks).startingOffsets()).isEqualTo(Offsets.of(0, 0).and(1, 0));
    }

    @Test
    void whoDoesNotReadFromTheStartBeginsAtTheEnd() {
        overlord.stream("topic").at(40);
        SupervisorHandle clicks = running(kafka().toBuilder()
                .ioConfig(b -> b.topic("topic").bootstrapServers("kafka:9092").inputFormat(InputFormat.json()))
                .build());

        assertThat(task(clicks).startingOffsets()).isEqualTo(Offsets.of(0, 40).and(1, 40));
    }

    @Test
    void aStreamThatIsLostMakesUnhealthyAndReadingGoesOnOnceItIsBack() {
        overlord.stream("topic").grows(10);
        SupervisorHandle clicks = running(kafka());
        overlord.time().advance(Duration.ofMinutes(5));
        assertThat(lag(clicks)).isZero();

        overlord.stream("topic").isLost("Timeout expired while fetching topic metadata");
        SupervisorStatus lost = overlord.await(clicks.reaches(SupervisorState.UNHEALTHY_SUPERVISOR));
        assertThat(lost.detailedState()).isEqualTo("LOST_CONTACT_WITH_STREAM");
        assertThat(lost.recentErrors()).hasSize(3).allSatisfy(error -> {
            assertThat(error.message()).endsWith("Timeout expired while fetching topic metadata");
            assertThat(error.streamException()).isTrue();
        });
        assertThat(overlord.await(clicks.health())).isEqualTo(SupervisorHealth.UNHEALTHY);
        long read = processed(clicks);
        overlord.time().advance(Duration.ofMinutes(5));
        assertThat(processed(clicks)).isEqualTo(read);

        overlord.stream("topic").isBack();
        overlord.await(clicks.reaches(SupervisorState.RUNNING));
        assertThat(overlord.await(clicks.health())).isEqualTo(SupervisorHealth.HEALTHY);
        overlord.time().advance(Duration.ofMinutes(1));
        assertThat(lag(clicks)).isZero();
        assertThat(processed(clicks)).isGreaterThan(read);
    }

    @Test
    void aLagCanBeWaitedForByAHandMadeStep() {
        overlord.stream("topic").at(1_000).grows(100).isRead(60);
        overlord.after("10m").run(() -> overlord.stream("topic").isRead(200));
        SupervisorHandle clicks = running(kafka());

        overlord.time().advance(Duration.ofMinutes(9));
        assertThat(lag(clicks)).isGreaterThan(40_000);
        overlord.time().advance(Duration.ofMinutes(20));
        assertThat(lag(clicks)).isZero();
    }

    @Test
    void kinesisIsReadByShardsAndItsLagIsATime() {
        overlord.stream("topic").grows(10).isRead(5);
        KinesisSupervisor spec = KinesisSupervisor.of(k -> k.dataSchema(SCHEMA)
                .ioConfig(io -> io.stream("topic")
                        .region("eu-west-1")
                        .inputFormat(InputFormat.json())
                        .useEarliestSequenceNumber(true)));
        SupervisorHandle clicks = running(spec);
        overlord.time().advance(Duration.ofMinutes(10));

        StreamStatus stream = stream(clicks);
        assertThat(stream.partitions()).isEqualTo(2);
        assertThat(stream.activeTasks().get(0).id()).startsWith("index_kinesis_clicks_");
        assertThat(stream.activeTasks().get(0).startingOffsets())
                .isEqualTo(Offsets.of("shardId-000000000000", "0").and("shardId-000000000001", "0"));
        assertThat(stream.latestOffsets().byPartition()).isEmpty();
        assertThat(stream.aggregateLag()).isNull();
        assertThat(stream.minimumLagMillis().get("shardId-000000000000")).isBetween(240_000L, 330_000L);
        assertThat(stream.aggregateLagMillis())
                .isEqualTo(stream.minimumLagMillis().values().stream()
                        .mapToLong(l -> l)
                        .sum());
        assertThat(SpecJson.tree(overlord.await(clicks.spec()))
                        .at("/spec/ioConfig/endpoint")
                        .asText())
                .isEqualTo("kinesis.eu-west-1.amazonaws.com");

        overlord.await(clicks.resetOffsets(Offsets.of("shardId-000000000001", "70")));
        overlord.time().advance(Duration.ofSeconds(30));
        assertThat(task(clicks).startingOffsets())
                .isEqualTo(Offsets.of("shardId-000000000000", "0").and("shardId-000000000001", "70"));
    }

    @Test
    void rabbitIsReadByNamedPartitionsAndTellsItsLastMessages() {
        overlord.stream("topic").at(10);
        RabbitSupervisor spec = RabbitSupervisor.of(r -> r.dataSchema(SCHEMA)
                .ioConfig(io -> io.stream("topic")
                        .uri("rabbitmq-stream://localhost")
                        .inputFormat(InputFormat.json())
                        .useEarliestOffset(true)));
        SupervisorHandle clicks = running(spec);
        overlord.time().advance(Duration.ofMinutes(1));

        StreamStatus stream = stream(clicks);
        assertThat(SpecJson.diff(spec, overlord.await(clicks.spec())))
                .as("Druid gives each an idleConfig of its own making: what it reads of a spec has none")
                .extracting(Change::path)
                .containsExactly("spec.ioConfig.idleConfig");
        assertThat(stream.activeTasks().get(0).id()).startsWith("index_rabbit_clicks_");
        assertThat(stream.activeTasks().get(0).currentOffsets())
                .isEqualTo(Offsets.of("topic-0", 10).and("topic-1", 10));
        assertThat(stream.latestOffsets()).isEqualTo(Offsets.of("topic-0", 9).and("topic-1", 9));
        assertThat(stream.minimumLag()).containsOnly(entry("topic-0", 0L), entry("topic-1", 0L));
    }

    @Test
    void whatATaskHasReadIsPublishedAtItsEnd() {
        overlord.stream("topic").at(1_000).grows(1);
        SupervisorHandle clicks = running(kafka());
        overlord.time().advance(Duration.ofMinutes(30));
        assertThat(segments()).isEmpty();

        overlord.time().advance(Duration.ofMinutes(31));

        assertThat(segments()).singleElement().satisfies(first -> {
            assertThat(first.interval()).isEqualTo(DAY);
            assertThat(first.dimensions()).containsExactly("page");
            assertThat(first.shardSpec().partitions()).as("more may come").isZero();
        });
        long first = rows();
        assertThat(first).isBetween(2_000L + 2 * 3_600, 2_000L + 2 * 3_660);
        assertThat(overlord.await(druid.segments().loadStatus("clicks")).isLoaded())
                .isTrue();

        overlord.await(clicks.suspend());
        overlord.time().advance(Duration.ofMinutes(1));
        assertThat(segments())
                .hasSize(2)
                .extracting(DataSegment::version)
                .containsOnly(segments().get(0).version());
        assertThat(segments()).extracting(s -> s.shardSpec().partitionNum()).containsExactly(0, 1);
        assertThat(rows()).isBetween(first + 1, first + 200);
    }

    @Test
    void replicasPublishOnceAndWhoIsResetNothing() {
        overlord.stream("topic").at(10);
        SupervisorHandle clicks = running(kafka(io -> io.replicas(2).taskCount(2)));
        overlord.time().advance(Duration.ofMinutes(1));
        overlord.await(clicks.reset());
        overlord.time().advance(Duration.ofMinutes(1));
        assertThat(segments()).isEmpty();

        overlord.await(clicks.suspend());
        overlord.time().advance(Duration.ofMinutes(1));

        assertThat(rows()).isEqualTo(20);
        assertThat(segments()).hasSize(2);
    }

    @Test
    void aPlanSaysOfWhatTimeItsRowsAreAndWhenTheyAreLoaded() {
        overlord.onSubmit("index_kafka")
                .plan(p -> p.running("10m").rows(9).rowsOf("2025-12-30/P3D").loadsAfter("5m"));
        running(kafka());

        overlord.time().advance(Duration.ofMinutes(11));
        assertThat(segments())
                .extracting(s -> s.interval().toString())
                .containsExactly(
                        "2025-12-30T00:00:00.000Z/2025-12-31T00:00:00.000Z",
                        "2025-12-31T00:00:00.000Z/2026-01-01T00:00:00.000Z",
                        "2026-01-01T00:00:00.000Z/2026-01-02T00:00:00.000Z");
        assertThat(overlord.await(druid.segments().loadStatus("clicks")).isLoaded())
                .isFalse();
        overlord.time().advance(Duration.ofMinutes(5));
        assertThat(rows()).isEqualTo(9);
    }

    @Test
    void whatIsCompactedIsAppendedTo() {
        overlord.stream("topic").at(10);
        SupervisorHandle clicks = running(kafka(io -> io.taskCount(2)));
        overlord.time().advance(Duration.ofMinutes(1));
        overlord.await(clicks.suspend());
        overlord.time().advance(Duration.ofMinutes(1));
        overlord.await(druid.tasks()
                .submit(CompactTask.of(c -> c.dataSource("clicks")
                        .ioConfig(io -> io.inputSpec(CompactionInputSpec.interval("2026-01-01/P7D")))))
                .thenCompose(TaskHandle::completion));
        assertThat(rows()).isEqualTo(20);

        overlord.stream("topic").at(15);
        overlord.await(clicks.resume());
        overlord.time().advance(Duration.ofMinutes(2));
        overlord.await(clicks.suspend());
        overlord.time().advance(Duration.ofMinutes(1));

        assertThat(rows()).isEqualTo(30);
        List<DataSegment> week = segments();
        week.removeIf(s -> s.interval().equals(DAY));
        assertThat(week)
                .hasSize(3)
                .extracting(DataSegment::version)
                .containsOnly(week.get(0).version());
    }

    private List<DataSegment> segments() {
        List<DataSegment> all = new ArrayList<>();
        long unused = overlord.await(druid.segments().used("clicks", all::add));
        return all;
    }

    /** As many as queries see. */
    private long rows() {
        return ((Number) overlord.await(druid.sql().query("SELECT COUNT(*) FROM clicks"))
                        .get(0)
                        .get("EXPR$0"))
                .longValue();
    }

    @Test
    void onlyTheTypesOfLoadedExtensionsAreKnown() {
        try (FakeOverlord bare = FakeOverlord.start(b -> b.extensions());
                DruidClient client = bare.client()) {
            assertThatThrownBy(() -> bare.await(client.supervisors().submit(kafka())))
                    .hasCauseInstanceOf(DruidHttpException.class)
                    .hasMessageContaining("known type ids = [NoopSupervisorSpec, autocompact, scheduled_batch]");
        }
        assertThatThrownBy(() -> FakeOverlord.start(b -> b.extensions("druid-kafka")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("druid-kafka-indexing-service");
    }

    @Test
    void whatCannotBeIsRefused() {
        StreamControl stream = overlord.stream("topic");

        for (Runnable wrong : List.<Runnable>of(
                () -> stream.at(-1),
                () -> stream.grows(-1),
                () -> stream.isRead(-1),
                () -> stream.partition(2).at(1),
                () -> stream.partition(-1).at(1))) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private SupervisorHandle running(Supervisor spec) {
        SupervisorHandle handle = overlord.await(druid.supervisors().submit(spec));
        overlord.await(handle.reaches(SupervisorState.RUNNING));
        return handle;
    }

    private static KafkaSupervisor kafka() {
        return kafka(io -> io);
    }

    private static KafkaSupervisor kafka(UnaryOperator<KafkaSupervisorIOConfig.Builder> more) {
        return KafkaSupervisor.of(k -> k.dataSchema(SCHEMA)
                .ioConfig(b -> more.apply(b.topic("topic")
                        .bootstrapServers("kafka:9092")
                        .inputFormat(InputFormat.json())
                        .useEarliestOffset(true))));
    }

    private StreamStatus stream(SupervisorHandle handle) {
        return Objects.requireNonNull(overlord.await(handle.status()).stream());
    }

    private long lag(SupervisorHandle handle) {
        return Objects.requireNonNull(stream(handle).aggregateLag());
    }

    private StreamTask task(SupervisorHandle handle) {
        return stream(handle).activeTasks().get(0);
    }

    private long processed(SupervisorHandle handle) {
        return overlord.await(handle.stats()).byTaskGroup().values().stream()
                .flatMap(group -> group.values().stream())
                .mapToLong(stats -> stats.totals().processed())
                .sum();
    }
}
