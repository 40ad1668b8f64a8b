package io.druidingest.testkit;

import static io.druidingest.unit.Granularity.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.SupervisorHandle;
import io.druidingest.client.SupervisorLostException;
import io.druidingest.client.Supervisors;
import io.druidingest.client.model.Offsets;
import io.druidingest.client.model.ParseError;
import io.druidingest.client.model.StreamStatus;
import io.druidingest.client.model.StreamTask;
import io.druidingest.client.model.SupervisorHealth;
import io.druidingest.client.model.SupervisorState;
import io.druidingest.client.model.SupervisorVersion;
import io.druidingest.input.InputFormat;
import io.druidingest.json.SpecJson;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.Metric;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.KafkaSupervisor;
import io.druidingest.spec.KafkaSupervisorIOConfig;
import io.druidingest.spec.RabbitSupervisor;
import io.druidingest.testkit.junit5.RealDruid;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Supervisors of a real Kafka in a real Druid, and others that need none. */
@Timeout(180)
@RealDruid
class SupervisorsIT {

    private static final String BASE = "/druid/indexer/v1/supervisor";

    private final Supervisors supervisors;
    private final LocalKafka kafka;
    private final Wire wire;
    private final String name = Loads.newDataSource();

    SupervisorsIT(LocalDruid druid, DruidClient client, LocalKafka kafka) {
        this.kafka = kafka;
        this.supervisors = client.supervisors();
        this.wire = new Wire(druid);
    }

    @AfterEach
    void terminate() {
        if (supervisors.ids().join().contains(name)) {
            supervisors.attach(name).terminate().join();
        }
    }

    @Test
    @Shows({
        "POST " + BASE,
        "GET " + BASE + "/{id}/status",
        "GET " + BASE + "/{id}/health",
        "GET " + BASE + "/{id}/stats",
        "GET " + BASE + "/{id}/parseErrors"
    })
    void aSupervisorTellsWhatItReads() {
        SupervisorHandle handle = reading(10);
        kafka.send(name, "{broken");

        Await.until(
                "all to be read, and the bad one to be kept",
                () -> processed(handle) == 10 && !handle.parseErrors().join().isEmpty());
        StreamStatus stream = awaitStream(
                handle,
                s -> s.offsetsLastUpdated() != null
                        && Offsets.of(0, 6).and(1, 5).equals(s.latestOffsets()));

        assertThat(stream.dataSource()).isEqualTo(name);
        assertThat(stream.stream()).isEqualTo(name);
        assertThat(stream.partitions()).isEqualTo(2);
        assertThat(stream.replicas()).isEqualTo(1);
        assertThat(stream.taskDuration()).isEqualTo(Duration.ofHours(1));
        assertThat(stream.publishingTasks()).isEmpty();
        assertThat(stream.aggregateLag()).isZero();
        assertThat(stream.minimumLag()).containsEntry("0", 0L).containsEntry("1", 0L);
        assertThat(stream.activeTasks()).singleElement().satisfies(task -> {
            assertThat(task.startTime()).isNotNull();
            assertThat(task.remaining()).isBetween(Duration.ofMinutes(55), Duration.ofHours(1));
            assertThat(task.startingOffsets()).isEqualTo(Offsets.of(0, 0).and(1, 0));
            assertThat(task.currentOffsets()).isEqualTo(stream.latestOffsets());
            assertThat(task.lag()).containsEntry("0", 0L);
        });
        assertThat(handle.stats().join().byTaskGroup())
                .containsOnlyKeys(0)
                .allSatisfy((group, tasks) -> assertThat(tasks)
                        .containsOnlyKeys(stream.activeTasks().get(0).id())
                        .allSatisfy((id, task) -> {
                            assertThat(task.totals().unparseable()).isEqualTo(1);
                            assertThat(task.movingAverages().get("1m").processed())
                                    .isPositive();
                        }));
        assertThat(handle.parseErrors().join())
                .singleElement()
                .extracting(ParseError::input)
                .isEqualTo("{broken");
        assertThat(handle.health().join()).isEqualTo(SupervisorHealth.HEALTHY);
    }

    @Test
    @Shows({
        "POST " + BASE + "/{id}/taskGroups/handoff",
        "POST " + BASE + "/{id}/resetOffsets",
        "POST " + BASE + "/{id}/reset"
    })
    void tasksAreHandedOffAndOffsetsSetAndForgotten() {
        SupervisorHandle handle = reading(10);
        Await.until("all to be read", () -> processed(handle) == 10);

        handle.handOffTaskGroups(0).join();
        awaitStart(handle, Offsets.of(0, 5).and(1, 5));

        handle.resetOffsets(Offsets.of(1, 2)).join();
        awaitStart(handle, Offsets.of(0, 5).and(1, 2));

        handle.reset().join();
        awaitStart(handle, Offsets.of(0, 0).and(1, 0));
    }

    @Test
    @Shows("POST " + BASE)
    void theSameSpecRestartsTheTasksUnlessItIsToldNotTo() {
        SupervisorHandle handle = reading(1);
        String task = activeTasks(handle).get(0).id();

        supervisors.submit(spec(io -> io), o -> o.skipRestartIfUnmodified(true)).join();
        assertThat(activeTasks(handle)).extracting(StreamTask::id).containsExactly(task);

        supervisors.submit(spec(io -> io)).join();
        awaitStream(handle, s -> s.activeTasks().stream().anyMatch(t -> !t.id().equals(task)));
        assertThat(handle.history().join()).as("the spec has not changed").hasSize(1);
    }

    @Test
    @Shows("POST " + BASE)
    void whatDruidCouldNotStartAgainIsToldAsLost() {
        supervisors.submit(spec(io -> io).toBuilder().suspended(true).build()).join();
        RabbitSupervisor unloaded = RabbitSupervisor.of(r -> r.dataSchema(
                        spec(io -> io).spec().dataSchema())
                .ioConfig(
                        io -> io.stream("s").uri("rabbitmq-stream://localhost").inputFormat(InputFormat.json())));
        assertThatThrownBy(() -> supervisors.submit(unloaded).join())
                .as("it is as it was")
                .cause()
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("Could not resolve type id 'rabbit'");

        ObjectNode broken = (ObjectNode) SpecJson.tree(spec(io -> io));
        ((ObjectNode) broken.at("/spec/ioConfig")).remove("topic");
        ((ObjectNode) broken.at("/spec/ioConfig")).put("topicPattern", "[");
        assertThat(wire.send("supervisor", broken).status()).isEqualTo(500);

        assertThatThrownBy(() -> supervisors.submit(unloaded).join())
                .cause()
                .isInstanceOf(SupervisorLostException.class)
                .hasMessageContaining("was stopped, and does not run any more");
        assertThatThrownBy(() -> supervisors.attach(name).terminate().join())
                .hasCauseInstanceOf(SupervisorLostException.class);
        SupervisorVersion last = supervisors.attach(name).history(1).join().get(0);
        supervisors.submit(Objects.requireNonNull(last.spec())).join();
        assertThat(supervisors.ids().join()).contains(name);
    }

    @Test
    void asTheGuideShows(DruidClient druid) {
        kafka.createTopic(name, 2);
        kafka.send(name, "{broken", "{broken", "{broken");
        KafkaSupervisor live = spec(io -> io);

        SupervisorHandle wikipedia = druid.supervisors().submit(live).join();
        wikipedia.reaches(SupervisorState.RUNNING).join(); // it reads, and does not only try to

        StreamStatus stream = wikipedia.status().join().stream();
        System.out.println(stream.aggregateLag() + " messages behind " + stream.latestOffsets());

        wikipedia.suspend().join();
        wikipedia.resetOffsets(Offsets.of(0, 1).and(1, 0)).join();
        wikipedia.resume().join();

        awaitStart(wikipedia, Offsets.of(0, 1).and(1, 0));
    }

    /** A supervisor that reads a topic of two partitions and so many records. */
    private SupervisorHandle reading(int records) {
        kafka.createTopic(name, 2);
        kafka.send(
                name,
                IntStream.range(0, records)
                        .mapToObj(i -> String.format("{\"time\":\"2026-01-01T00:00:%02dZ\",\"page\":\"p%d\"}", i, i))
                        .collect(Collectors.toList()));
        SupervisorHandle handle = supervisors.submit(spec(io -> io)).join();
        handle.reaches(SupervisorState.RUNNING).join();
        awaitStream(handle, s -> !s.activeTasks().isEmpty());
        return handle;
    }

    private KafkaSupervisor spec(UnaryOperator<KafkaSupervisorIOConfig.Builder> io) {
        return KafkaSupervisor.of(k -> k.dataSchema(s -> s.dataSource(name)
                        .timestampSpec(TimestampSpec.iso("time"))
                        .dimensionsSpec(Dimension.string("page"))
                        .metricsSpec(Metric.count("count"))
                        .granularitySpec(g -> g.segmentGranularity(DAY)))
                .ioConfig(b -> io.apply(b.topic(name)
                        .bootstrapServers(kafka.bootstrapServers())
                        .inputFormat(InputFormat.json())
                        .useEarliestOffset(true)
                        .startDelay(Duration.ofMillis(100))
                        .period(Duration.ofSeconds(1))))
                .tuningConfig(t -> t.offsetFetchPeriod(Duration.ofSeconds(1)).maxSavedParseExceptions(5)));
    }

    private static long processed(SupervisorHandle handle) {
        return handle.stats().join().byTaskGroup().values().stream()
                .flatMap(group -> group.values().stream())
                .mapToLong(task -> task.totals().processed())
                .sum();
    }

    private static List<StreamTask> activeTasks(SupervisorHandle handle) {
        return stream(handle).activeTasks();
    }

    /** Waits until the tasks that read began there. */
    private static void awaitStart(SupervisorHandle handle, Offsets offsets) {
        awaitStream(
                handle,
                s -> s.activeTasks().stream()
                        .anyMatch(task -> task.startingOffsets().equals(offsets)));
    }

    private static StreamStatus awaitStream(SupervisorHandle handle, Predicate<StreamStatus> condition) {
        Await.until("the stream to be so", () -> condition.test(stream(handle)));
        return stream(handle);
    }

    private static StreamStatus stream(SupervisorHandle handle) {
        return Objects.requireNonNull(handle.status().join().stream());
    }
}
