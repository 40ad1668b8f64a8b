package io.druidingest.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.spec.NoopTask;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.LocalDruid;
import io.druidingest.testkit.junit5.RealDruid;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong between the client and a real Druid: a task is there once, and its handle tells how it ended. */
@RealDruid
@Timeout(180)
class NeverLostIT {

    private static final long SEED = Long.getLong("druidingest.seed", 20_261_121);

    private final FaultProxy proxy;
    private final Doorkeeper door;
    private final Witness witness;
    private final String dataSource = Loads.newDataSource();

    NeverLostIT(LocalDruid druid) throws IOException {
        proxy = FaultProxy.before(druid.uri());
        door = new Doorkeeper(proxy, 4);
        witness = new Witness(druid.overlord());
    }

    private DruidClient client() {
        return DruidClient.builder()
                .url(proxy.uri().toString())
                .requestTimeout(Duration.ofSeconds(2))
                .retryFor(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200), Duration.ofSeconds(1))
                .listener(door)
                .build();
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    static Stream<Arguments> eachFaultOfEachRequest() {
        return Stream.of(Phase.SUBMIT, Phase.PAYLOAD, Phase.STATUS)
                .flatMap(phase -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(phase, fault)));
    }

    @ParameterizedTest
    @MethodSource("eachFaultOfEachRequest")
    void aTaskIsThereOnceAndItsHandleTellsTheTruth(Phase phase, Fault fault) throws IOException {
        AtomicBoolean done = plan(phase, fault);
        try (DruidClient client = client()) {
            TaskHandle task = client.tasks()
                    .submit(NoopTask.of(t -> t.dataSource(dataSource).runTime(1)))
                    .join();
            TaskStatus end = task.completion().join();

            assertThat(done).isTrue();
            assertThat(door.refused()).isEqualTo(fault == Fault.REFUSED ? 4 : 0);
            assertThat(proxy.deliverLate()).hasSize(fault == Fault.LATE ? 1 : 0);
            assertThat(witness.tasks(dataSource)).containsExactly(task.id());
            assertThat(end.state()).hasToString(witness.state(task.id())).hasToString("SUCCESS");
        }
    }

    @Test
    void aSubmissionThatArrivesWhileItsTaskRunsMakesNoOther() throws IOException {
        plan(Phase.SUBMIT, Fault.LATE);
        try (DruidClient client = client()) {
            TaskHandle task = client.tasks()
                    .submit(NoopTask.of(t -> t.dataSource(dataSource).runTime(3_000)))
                    .join();
            assertThat(proxy.deliverLate()).containsExactly("HTTP/1.1 400 Bad Request");
            assertThat(witness.state(task.id())).isEqualTo("RUNNING");

            assertThat(task.completion().join().state()).hasToString("SUCCESS");
            assertThat(witness.tasks(dataSource)).containsExactly(task.id());
        }
    }

    @Test
    void whoFindsNobodyAtFirstSubmitsOnce() throws IOException {
        proxy.refuse();
        try (DruidClient client = client()) {
            TaskHandle task = client.tasks()
                    .submit(NoopTask.of(t -> t.dataSource(dataSource).runTime(1)))
                    .join();

            assertThat(door.refused()).isEqualTo(4);
            assertThat(proxy.happened()).isEqualTo(Map.of(Fault.NONE, 1));
            assertThat(witness.tasks(dataSource)).containsExactly(task.id());
            assertThat(task.completion().join().state()).hasToString("SUCCESS");
        }
    }

    /** That this suite tells: the proxy makes of this client one that chooses another id for each try. */
    @ParameterizedTest
    @EnumSource(names = {"RESET_AFTER", "LATE"})
    void aClientThatIsNotSafeIsFoundOut(Fault fault) throws IOException {
        AtomicInteger tries = new AtomicInteger();
        proxy.alter(request -> Phase.SUBMIT.is(request.firstLine()) && tries.incrementAndGet() > 1
                ? request.replacing("\"id\":\"noop_", "\"id\":\"poon_")
                : request);
        plan(Phase.SUBMIT, fault);
        try (DruidClient client = client()) {
            TaskHandle task = client.tasks()
                    .submit(NoopTask.of(t -> t.dataSource(dataSource).runTime(1)))
                    .join();
            proxy.deliverLate();

            assertThat(witness.tasks(dataSource))
                    .containsExactlyInAnyOrder(task.id(), task.id().replace("noop_", "poon_"));
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aReportIsReadWhateverHappensToIt(Fault fault) throws IOException {
        AtomicBoolean done = plan(Phase.REPORT, fault);
        try (DruidClient client = client()) {
            TaskHandle task = client.tasks()
                    .submit(Loads.inline(dataSource, Loads.rows(10)))
                    .join();
            IngestResult result = task.queryable().join();

            assertThat(done).isTrue();
            assertThat(door.refused()).isEqualTo(fault == Fault.REFUSED ? 4 : 0);
            assertThat(proxy.deliverLate()).hasSize(fault == Fault.LATE ? 1 : 0);
            assertThat(witness.tasks(dataSource)).containsExactly(task.id());
            assertThat(result.report().rows().processed()).isEqualTo(10);
        }
    }

    @Test
    void aThousandSubmissionsAmongFaultsOfAllKindsAreAThousandTasks() throws Exception {
        Storm storm = Storm.over(proxy, SEED);
        long start = System.nanoTime(); // real time, told to people
        try (DruidClient client = client()) {
            Crowd crowd = new Crowd(client);
            crowd.submit(1_000);
            crowd.verify(witness);
            assertThat(proxy.deliverLate()).isNotEmpty();
            crowd.verify(witness);
        }
        System.out.printf(
                Locale.ROOT,
                "1,000 tasks in %.1f s, seed %d: %s, %d refused connections%n",
                (System.nanoTime() - start) / 1e9,
                SEED,
                storm,
                door.refused());
        assertThat(proxy.happened()).containsOnlyKeys(Fault.values());
        assertThat(door.refused()).isPositive();
    }

    /** Lets the fault happen to the first such request; the answer to the one before a PAYLOAD gets lost, or there is none. */
    private AtomicBoolean plan(Phase phase, Fault fault) {
        AtomicBoolean submitted = new AtomicBoolean(phase != Phase.PAYLOAD);
        AtomicBoolean done = new AtomicBoolean();
        proxy.plan(request -> {
            if (Phase.SUBMIT.is(request) && submitted.compareAndSet(false, true)) {
                return Fault.RESET_AFTER;
            }
            return phase.is(request) && done.compareAndSet(false, true) ? fault : Fault.NONE;
        });
        return done;
    }
}
