package io.druidingest.testkit.contract;

import static io.druidingest.unit.Granularity.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.SupervisorHandle;
import io.druidingest.client.SupervisorNotFoundException;
import io.druidingest.client.Supervisors;
import io.druidingest.client.UnsupportedVersionException;
import io.druidingest.client.model.DataSegment;
import io.druidingest.client.model.Offsets;
import io.druidingest.client.model.StreamStatus;
import io.druidingest.client.model.StreamTask;
import io.druidingest.client.model.SupervisorHealth;
import io.druidingest.client.model.SupervisorState;
import io.druidingest.client.model.SupervisorStatus;
import io.druidingest.client.model.SupervisorSummary;
import io.druidingest.client.model.SupervisorVersion;
import io.druidingest.input.InputFormat;
import io.druidingest.json.SpecJson;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.Metric;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.KafkaSupervisor;
import io.druidingest.spec.RabbitSupervisor;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.Shows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** How supervisors of Kafka come, run, are changed and go; their streams have two partitions, most without messages. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SupervisorCases {

    private final Stage stage;
    private final Supervisors supervisors;

    /** One that runs. */
    private final String running = Loads.newDataSource();

    /** One that is suspended. */
    private final String suspended = Loads.newDataSource();

    /** One that reads ten messages. */
    private final String reading = Loads.newDataSource();

    /** One that is suspended, with ten messages before it. */
    private final String behind = Loads.newDataSource();

    private String brokers = "";

    SupervisorCases(Stage stage) {
        DruidClient druid = stage.druid();
        this.stage = stage;
        this.supervisors = druid.supervisors();
    }

    @BeforeAll
    void begin() {
        brokers = stage.brokersWith(suspended);
        stage.await(supervisors.submit(suspended(suspended)));
        for (String stream : List.of(reading, behind)) {
            brokers = stage.brokersWith(stream);
            stage.sends(stream, 10);
            stage.await(supervisors.submit(stream.equals(reading) ? spec(reading) : suspended(behind)));
        }
        start(running);
    }

    @AfterAll
    void end() {
        for (String id : List.of(running, suspended, reading, behind)) {
            stage.await(supervisors.attach(id).suspend());
            stage.await(supervisors.attach(id).terminate());
        }
    }

    private SupervisorHandle start(String name) {
        brokers = stage.brokersWith(name);
        SupervisorHandle handle = stage.await(supervisors.submit(spec(name)));
        stage.await(handle.reaches(SupervisorState.RUNNING));
        stage.until("its task to start", () -> tasks(handle).size() == 1);
        return handle;
    }

    @Test
    @Shows("GET /druid/indexer/v1/supervisor/{id}/status")
    void aStatusTellsOfTheStream() {
        StreamStatus stream = stream(supervisors.attach(running));

        assertThat(stream.dataSource()).isEqualTo(running);
        assertThat(stream.stream()).isEqualTo(running);
        assertThat(stream.partitions()).isEqualTo(2);
        assertThat(stream.replicas()).isEqualTo(1);
        assertThat(stream.taskDuration()).isEqualTo(Duration.ofHours(1));
        assertThat(stream.publishingTasks()).isEmpty();
    }

    @Test
    void aStatusTellsHowFarItHasRead() {
        SupervisorHandle handle = supervisors.attach(reading);
        Offsets all = Offsets.of(0, 5).and(1, 5);

        stage.until(
                "all to be read, and to be seen",
                () -> tasks(handle).stream().anyMatch(t -> t.currentOffsets().equals(all)));

        StreamStatus stream = stream(handle);
        assertThat(stream.latestOffsets()).isEqualTo(all);
        assertThat(stream.minimumLag()).containsOnly(entry("0", 0L), entry("1", 0L));
        assertThat(stream.aggregateLag()).isZero();
        assertThat(stream.offsetsLastUpdated()).isNotNull();
        assertThat(tasks(handle)).singleElement().satisfies(task -> {
            assertThat(task.startingOffsets()).isEqualTo(Offsets.of(0, 0).and(1, 0));
            assertThat(task.lag()).containsOnly(entry("0", 0L), entry("1", 0L));
        });
        assertThat(stage.await(handle.stats()).byTaskGroup().get(0).values())
                .singleElement()
                .satisfies(stats -> assertThat(stats.totals().processed()).isEqualTo(10));
    }

    @Test
    void whoIsSuspendedTellsHowFarItIsBehind() {
        SupervisorHandle handle = supervisors.attach(behind);

        stage.until("the stream to be looked at", () -> stream(handle).offsetsLastUpdated() != null);

        StreamStatus stream = stream(handle);
        assertThat(stream.latestOffsets()).isEqualTo(Offsets.of(0, 5).and(1, 5));
        assertThat(stream.minimumLag()).containsOnly(entry("0", 5L), entry("1", 5L));
        assertThat(stream.aggregateLag()).isEqualTo(10);
    }

    @Test
    @Shows("GET /druid/indexer/v1/supervisor/{id}/health")
    void aStreamThatCannotBeReachedMakesUnhealthy() {
        String name = Loads.newDataSource();
        brokers = stage.brokersWithout(name);
        KafkaSupervisor spec = spec(name);
        SupervisorHandle handle = stage.await(supervisors.submit(spec.toBuilder()
                .ioConfig(spec.spec().ioConfig().toBuilder()
                        .consumerProperty("default.api.timeout.ms", 300)
                        .consumerProperty("request.timeout.ms", 200)
                        .build())
                .build()));
        assertThat(stage.await(handle.health())).as("at first").isEqualTo(SupervisorHealth.HEALTHY);

        SupervisorStatus status = stage.await(handle.reaches(SupervisorState.UNHEALTHY_SUPERVISOR));

        assertThat(status.detailedState()).isEqualTo("UNABLE_TO_CONNECT_TO_STREAM");
        assertThat(status.healthy()).isFalse();
        assertThat(status.recentErrors()).hasSize(3).allSatisfy(error -> {
            assertThat(error.timestamp()).isNotNull();
            assertThat(error.streamException()).isTrue();
            assertThat(error.exceptionClass()).isEqualTo("org.apache.kafka.common.errors.TimeoutException");
            assertThat(error.message())
                    .isEqualTo("org.apache.kafka.common.errors.TimeoutException: Timeout expired while fetching topic"
                            + " metadata");
        });
        assertThat(stage.await(handle.health())).isEqualTo(SupervisorHealth.UNHEALTHY);
        assertThat(stage.await(handle.stats()).byTaskGroup()).isEmpty();
        stage.await(handle.terminate());
    }

    @Test
    void aTaskBeginsWhereTheStreamDoes() {
        assertThat(tasks(supervisors.attach(running))).singleElement().satisfies(task -> {
            assertThat(task.id()).startsWith("index_kafka_" + running + "_");
            assertThat(task.startingOffsets()).isEqualTo(Offsets.of(0, 0).and(1, 0));
        });
    }

    @Test
    @Shows("GET /druid/indexer/v1/supervisor/{id}/health")
    void whoRunsIsHealthy() {
        assertThat(stage.await(supervisors.attach(running).health())).isEqualTo(SupervisorHealth.HEALTHY);
    }

    @Test
    @Shows("GET /druid/indexer/v1/supervisor/{id}/stats")
    void statsAreToldByGroupAndTask() {
        String task = tasks(supervisors.attach(running)).get(0).id();

        stage.until(
                "the task to tell",
                () -> !stage.await(supervisors.attach(running).stats())
                        .byTaskGroup()
                        .isEmpty());
        assertThat(stage.await(supervisors.attach(running).stats()).byTaskGroup())
                .containsOnlyKeys(0)
                .allSatisfy((group, tasks) -> assertThat(tasks)
                        .containsOnlyKeys(task)
                        .allSatisfy((id, stats) ->
                                assertThat(stats.totals().processed()).isZero()));
    }

    @Test
    @Shows("GET /druid/indexer/v1/supervisor/{id}/parseErrors")
    void whereNothingCameNothingWasWrong() {
        assertThat(stage.await(supervisors.attach(running).parseErrors())).isEmpty();
    }

    @Test
    @Shows("GET /druid/indexer/v1/supervisor/{id}")
    void aSpecIsReadBack() {
        assertThat(SpecJson.diff(
                        spec(running), stage.await(supervisors.attach(running).spec())))
                .isEmpty();
    }

    @Test
    void itsTaskIsAmongAllTasks() {
        String task = tasks(supervisors.attach(running)).get(0).id();

        assertThat(stage.await(stage.druid().tasks().list(o -> o.dataSource(running))))
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.id()).isEqualTo(task);
                    assertThat(status.type()).isEqualTo("index_kafka");
                });
    }

    @Test
    void theSameSpecLeavesTasksAloneIfItIsToldTo() {
        String task = tasks(supervisors.attach(running)).get(0).id();

        stage.await(supervisors.submit(spec(running), o -> o.skipRestartIfUnmodified(true)));

        assertThat(tasks(supervisors.attach(running)))
                .extracting(StreamTask::id)
                .containsExactly(task);
    }

    @Test
    void whoRunsCanBeResumedAgain() {
        stage.await(supervisors.attach(running).resume());

        assertThat(stage.await(supervisors.attach(running).status()).suspended())
                .isFalse();
    }

    @Test
    void whoIsSuspendedHasNoTasks() {
        StreamStatus stream = stream(supervisors.attach(suspended));

        assertThat(stream.activeTasks()).isEmpty();
        assertThat(stream.publishingTasks()).isEmpty();
    }

    @Test
    void whoIsSuspendedCanBeSuspendedAgain() {
        stage.await(supervisors.attach(suspended).suspend());

        assertThat(stage.await(supervisors.attach(suspended).reaches(SupervisorState.SUSPENDED))
                        .suspended())
                .isTrue();
        assertThat(stage.await(supervisors.attach(suspended).history())).hasSize(1);
    }

    @Test
    @Shows("GET /druid/indexer/v1/supervisor")
    void allAreListedByTheirIds() {
        assertThat(stage.await(supervisors.ids())).contains(running, suspended);
    }

    @Test
    void statesAreListed() {
        stage.await(supervisors.attach(suspended).reaches(SupervisorState.SUSPENDED));

        SupervisorSummary state = own(suspended, stage.await(supervisors.states()));
        assertThat(state.state()).isEqualTo(SupervisorState.SUSPENDED);
        assertThat(state.detailedState()).isEqualTo("SUSPENDED");
        assertThat(state.healthy()).isTrue();
        assertThat(state.spec()).isNull();
        assertThat(own(running, stage.await(supervisors.states())).state()).isEqualTo(SupervisorState.RUNNING);
    }

    @Test
    void theListHasTheSpecs() {
        SupervisorSummary listed = own(suspended, stage.await(supervisors.list()));

        assertThat(listed.type()).isEqualTo("kafka");
        assertThat(listed.source()).isEqualTo(suspended);
        assertThat(listed.suspended()).isTrue();
        assertThat(SpecJson.diff(suspended(suspended), listed.spec())).isEmpty();
        assertThat(own(running, stage.await(supervisors.list())).suspended()).isFalse();
    }

    @Test
    @Shows("POST /druid/indexer/v1/supervisor/{id}/terminate")
    void whatIsTerminatedIsGone() {
        SupervisorHandle handle = shortLived();

        assertThat(stage.await(supervisors.ids())).doesNotContain(handle.id());
        assertThatThrownBy(() -> stage.await(handle.status())).hasCauseInstanceOf(SupervisorNotFoundException.class);
        stage.await(handle.terminate());
    }

    @Test
    @Shows({"GET /druid/indexer/v1/supervisor/{id}/history", "GET /druid/indexer/v1/supervisor/history"})
    void whatIsTerminatedIsRemembered() {
        SupervisorHandle handle = shortLived();

        List<SupervisorVersion> history = stage.await(handle.history());
        assertThat(history).extracting(SupervisorVersion::isTombstone).containsExactly(true, false);
        assertThat(SpecJson.diff(suspended(handle.id()), history.get(1).spec())).isEmpty();
        assertThat(stage.await(handle.history(1))).isEqualTo(history.subList(0, 1));
        assertThat(stage.await(supervisors.history())).containsEntry(handle.id(), history);
    }

    private SupervisorHandle shortLived() {
        String name = Loads.newDataSource();
        brokers = stage.brokersWith(name);
        SupervisorHandle handle = stage.await(supervisors.submit(suspended(name)));
        stage.await(handle.terminate());
        return handle;
    }

    @Test
    @Shows({
        "POST /druid/indexer/v1/supervisor/{id}/suspend",
        "POST /druid/indexer/v1/supervisor/{id}/resume",
        "POST /druid/indexer/v1/supervisor/{id}/resetOffsets"
    })
    void suspendingEndsItsTasksAndResumingStartsOthersWhereItIsToldTo() {
        String name = Loads.newDataSource();
        SupervisorHandle handle = start(name);
        String task = tasks(handle).get(0).id();

        stage.await(handle.suspend());
        stage.await(handle.reaches(SupervisorState.SUSPENDED));
        assertThat(tasks(handle)).isEmpty();
        stage.await(handle.resetOffsets(Offsets.of(1, 0)));
        stage.await(handle.resume());
        stage.await(handle.reaches(SupervisorState.RUNNING));
        stage.until("another task to start", () -> !tasks(handle).isEmpty());

        assertThat(tasks(handle)).extracting(StreamTask::id).doesNotContain(task);
        assertThat(stage.await(handle.history())).hasSize(3);
        stage.await(handle.suspend());
        stage.await(handle.terminate());
    }

    @Test
    void whatWasReadIsPublishedWhenItsTasksEnd() {
        String name = Loads.newDataSource();
        brokers = stage.brokersWith(name);
        stage.sends(name, 10);
        SupervisorHandle handle = stage.await(supervisors.submit(spec(name)));
        stage.until("all to be read", () -> processed(handle) == 10);

        stage.await(handle.suspend());

        stage.until("all to be served", () -> rows(name) == 10);
        List<DataSegment> segments = new ArrayList<>();
        stage.await(stage.druid().segments().used(name, segments::add));
        assertThat(segments).isNotEmpty().allSatisfy(segment -> {
            assertThat(segment.interval().toString()).startsWith("2026-01-0");
            assertThat(segment.dimensions()).containsExactly("page");
            assertThat(segment.metrics()).containsExactly("count");
            assertThat(segment.shardSpec().type()).isEqualTo("numbered");
            assertThat(segment.shardSpec().partitionNum()).isZero();
            assertThat(segment.shardSpec().partitions()).as("more may come").isZero();
        });
        stage.await(handle.terminate());
    }

    private long processed(SupervisorHandle handle) {
        return stage.await(handle.stats()).byTaskGroup().values().stream()
                .flatMap(group -> group.values().stream())
                .mapToLong(stats -> stats.totals().processed())
                .sum();
    }

    /** As many as are published, and served. */
    private long rows(String name) {
        return stage
                .await(stage.druid()
                        .sql()
                        .query("SELECT num_rows FROM sys.segments WHERE datasource = '" + name
                                + "' AND is_published = 1 AND is_available = 1 AND is_realtime = 0"))
                .stream()
                .mapToLong(row -> ((Number) row.get("num_rows")).longValue())
                .sum();
    }

    @Test
    @Shows("POST /druid/indexer/v1/supervisor")
    void whatDruidHasNotLoadedIsRefusedInItsWords() {
        RabbitSupervisor unloaded = RabbitSupervisor.of(r -> r.dataSchema(
                        spec(suspended).spec().dataSchema())
                .ioConfig(
                        io -> io.stream("s").uri("rabbitmq-stream://localhost").inputFormat(InputFormat.json())));

        assertThatThrownBy(() -> stage.await(supervisors.submit(unloaded)))
                .cause()
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("Could not resolve type id 'rabbit'");
    }

    @Test
    void anIdThatThisDruidWouldIgnoreIsNotSent() {
        KafkaSupervisor own = spec(suspended).toBuilder()
                .id(suspended + "_own")
                .context(c -> c.useConcurrentLocks(true))
                .build();

        assertThatThrownBy(() -> stage.await(supervisors.submit(own)))
                .hasCauseInstanceOf(UnsupportedVersionException.class);
    }

    @Test
    void ofWhatDruidDoesNotKnowNothingIsTold() {
        SupervisorHandle unknown = supervisors.attach("nobody:knows it");

        assertThatThrownBy(() -> stage.await(unknown.status())).hasCauseInstanceOf(SupervisorNotFoundException.class);
        assertThatThrownBy(() -> stage.await(unknown.health())).hasCauseInstanceOf(SupervisorNotFoundException.class);
        assertThatThrownBy(() -> stage.await(unknown.spec())).hasCauseInstanceOf(SupervisorNotFoundException.class);
        assertThatThrownBy(() -> stage.await(unknown.stats())).hasCauseInstanceOf(SupervisorNotFoundException.class);
        assertThatThrownBy(() -> stage.await(unknown.history())).hasCauseInstanceOf(SupervisorNotFoundException.class);
    }

    @Test
    void whatDruidDoesNotKnowCannotBeChanged() {
        SupervisorHandle unknown = supervisors.attach("nobody:knows it");

        assertThatThrownBy(() -> stage.await(unknown.suspend())).hasCauseInstanceOf(SupervisorNotFoundException.class);
        assertThatThrownBy(() -> stage.await(unknown.terminate()))
                .hasCauseInstanceOf(SupervisorNotFoundException.class);
        assertThatThrownBy(() -> stage.await(unknown.reset())).hasCauseInstanceOf(SupervisorNotFoundException.class);
    }

    private KafkaSupervisor suspended(String name) {
        return spec(name).toBuilder().suspended(true).build();
    }

    private KafkaSupervisor spec(String name) {
        return KafkaSupervisor.of(k -> k.dataSchema(s -> s.dataSource(name)
                        .timestampSpec(TimestampSpec.iso("time"))
                        .dimensionsSpec(Dimension.string("page"))
                        .metricsSpec(Metric.count("count"))
                        .granularitySpec(g -> g.segmentGranularity(DAY)))
                .ioConfig(b -> b.topic(name)
                        .bootstrapServers(brokers)
                        .inputFormat(InputFormat.json())
                        .useEarliestOffset(true)
                        .startDelay(Duration.ofMillis(100))
                        .period(Duration.ofSeconds(1)))
                .tuningConfig(t -> t.maxSavedParseExceptions(5)));
    }

    private List<StreamTask> tasks(SupervisorHandle handle) {
        return stream(handle).activeTasks();
    }

    private StreamStatus stream(SupervisorHandle handle) {
        return Objects.requireNonNull(stage.await(handle.status()).stream());
    }

    private static SupervisorSummary own(String id, List<SupervisorSummary> all) {
        return all.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }
}
