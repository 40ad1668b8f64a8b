package io.druidingest.testkit.junit5;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.FakeOverlord;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs samples, which are no tests of their own. */
class FakeOverlordExtensionTest {

    private static final IndexParallelTask LOAD = Loads.inline("clicks", Loads.rows(1));

    @Test
    void aTestThatFailsPrintsItsTimeline() {
        String printed = printedBy(FailingSample.class);

        assertThat(printed)
                .contains("What happened to the FakeOverlord of ", "[method:fails(")
                .containsPattern("2026-01-01T00:00:00Z  POST /druid/indexer/v1/task -> 200")
                .containsPattern("2026-01-01T\\S+Z    \\* index_parallel\\S+: ")
                .contains("\nscripted but never met: onSubmit(\"compact\")");
    }

    @Test
    void aTestThatPassesPrintsNothing() {
        assertThat(printedBy(PassingSample.class)).doesNotContain("What happened");
    }

    /** 20 times, since a race that is lost once in a while is a flake. */
    @RepeatedTest(20)
    void testsInParallelDoNotMeet() {
        TestExecutionSummary summary = run(ParallelSample.class, true);

        assertThat(summary.getFailures())
                .extracting(TestExecutionSummary.Failure::getException)
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(24);
    }

    @Test
    void anOverlordOfAClassIsResetAfterEachTest() {
        TestExecutionSummary summary = run(ResetSample.class, false);

        assertThat(summary.getFailures())
                .extracting(TestExecutionSummary.Failure::getException)
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(6);
    }

    /** Since they would meet, they take turns. */
    @RepeatedTest(20)
    void testsInParallelTakeTurnsWithAnOverlordThatIsReset() {
        TestExecutionSummary summary = run(ResetSample.class, true);

        assertThat(summary.getFailures())
                .extracting(TestExecutionSummary.Failure::getException)
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(6);
    }

    @Test
    void anOverlordOfAClassIsKept() {
        TestExecutionSummary summary = run(KeptSample.class, false);

        assertThat(summary.getFailures())
                .extracting(TestExecutionSummary.Failure::getException)
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(3);
    }

    @RepeatedTest(20)
    void testsInParallelShareAnOverlordThatIsKept() {
        TestExecutionSummary summary = run(SharedSample.class, true);

        assertThat(summary.getFailures())
                .extracting(TestExecutionSummary.Failure::getException)
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(24);
    }

    /** What one test is to blame for does not fail the next. */
    @Test
    void whatIsStrangeFailsTheTestThatDidItAlone() {
        TestExecutionSummary summary = run(StrangeSample.class, false);

        assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
        assertThat(summary.getFailures())
                .singleElement()
                .satisfies(
                        f -> assertThat(f.getTestIdentifier().getDisplayName()).startsWith("isStrange("))
                .satisfies(f -> assertThat(f.getException()).hasMessageContaining("unknown path"));
    }

    private static String printedBy(Class<?> sample) {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            TestExecutionSummary summary = run(sample, false);
            assertThat(summary.getTestsFailedCount()).isEqualTo(sample == FailingSample.class ? 1 : 0);
            assertThat(summary.getTestsFoundCount()).isEqualTo(1);
        } finally {
            System.setErr(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static TestExecutionSummary run(Class<?> sample, boolean parallel) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(sample))
                                .configurationParameter(
                                        "junit.jupiter.execution.parallel.enabled", Boolean.toString(parallel))
                                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                                .configurationParameter(
                                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                                .build(),
                        listener);
        return listener.getSummary();
    }

    @ExtendWith(FakeOverlordExtension.class)
    static class FailingSample {

        @Test
        void fails(FakeOverlord overlord, DruidClient druid) {
            overlord.onSubmit("compact").plan(p -> p.neverEnds());
            overlord.await(druid.tasks().submit(LOAD).thenCompose(TaskHandle::completion));
            fail("on purpose");
        }
    }

    @ExtendWith(FakeOverlordExtension.class)
    static class PassingSample {

        @Test
        void passes(FakeOverlord overlord, DruidClient druid) {
            TaskStatus end = overlord.await(druid.tasks().submit(LOAD).thenCompose(TaskHandle::completion));

            assertThat(end).succeeded();
        }
    }

    @ExtendWith(FakeOverlordExtension.class)
    static class ParallelSample {

        @RepeatedTest(24)
        void hasAnOverlordAndATimeOfItsOwn(FakeOverlord overlord, DruidClient druid, VirtualTime time) {
            overlord.onSubmit("index_parallel").plan(p -> p.running("1h").succeeds());
            Instant start = time.now();

            overlord.await(druid.tasks().submit(LOAD).thenCompose(TaskHandle::completion));

            assertThat(overlord).received(LOAD).once();
            assertThat(Duration.between(start, time.now())).isBetween(Duration.ofHours(1), Duration.ofMinutes(61));
        }
    }

    static class ResetSample {

        @RegisterExtension
        static final FakeOverlordExtension FAKE =
                FakeOverlordExtension.with(b -> b.slots(1)).resetAfterEach();

        private static final Set<URI> URIS = ConcurrentHashMap.newKeySet();

        private final FakeOverlord overlord;

        @BeforeAll
        static void beginAnew() {
            URIS.clear();
        }

        ResetSample(FakeOverlord overlord) {
            this.overlord = overlord;
            overlord.onSubmit("index_parallel").plan(p -> p.running("1h").succeeds());
        }

        @RepeatedTest(4)
        void findsAnOverlordAsNew(FakeOverlord same, DruidClient druid, VirtualTime time) {
            rehearse(same, druid, time);
        }

        @Nested
        class Inner {

            @RepeatedTest(2)
            void findsItToo(FakeOverlord same, DruidClient druid, VirtualTime time) {
                rehearse(same, druid, time);
            }
        }

        private void rehearse(FakeOverlord same, DruidClient druid, VirtualTime time) {
            assertThat(same).isSameAs(overlord);
            URIS.add(same.uri());
            assertThat(URIS).hasSize(1);
            assertThat(same.requests()).isEmpty();
            Instant start = time.now();
            assertThat(start).isEqualTo("2026-01-01T00:00:00Z");
            CompletableFuture<TaskStatus> abandoned = druid.tasks()
                    .submit(LOAD.toBuilder().id("abandoned").build())
                    .thenCompose(TaskHandle::completion);

            TaskHandle task = same.await(druid.tasks().submit(LOAD));
            same.await(task.completion());

            assertThat(same).received(LOAD).times(2);
            assertThat(Duration.between(start, time.now())).isBetween(Duration.ofHours(1), Duration.ofMinutes(122));
            assertThat(abandoned).isNotCancelled();
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class KeptSample {

        @RegisterExtension
        static final FakeOverlordExtension FAKE =
                FakeOverlordExtension.with(b -> b).keptForClass();

        private static Instant before;

        @BeforeAll
        static void isAskedForTheClassToo(FakeOverlord overlord, DruidClient druid) {
            overlord.await(druid.tasks().submit(LOAD));
            before = overlord.time().now();
        }

        @RepeatedTest(2)
        void aFindsWhatWasDoneBefore(FakeOverlord overlord, DruidClient druid, VirtualTime time, RepetitionInfo info) {
            assertThat(overlord).received(LOAD).times(info.getCurrentRepetition());
            overlord.await(druid.tasks().submit(LOAD).thenCompose(TaskHandle::completion));
            assertThat(time.now()).isAfter(before);
            before = time.now();
        }

        @Test
        void bFindsItToo(FakeOverlord overlord) {
            assertThat(overlord).received(LOAD).times(3);
        }
    }

    static class SharedSample {

        @RegisterExtension
        static final FakeOverlordExtension FAKE =
                FakeOverlordExtension.with(b -> b).keptForClass();

        @RepeatedTest(24)
        void hasATaskOfItsOwn(FakeOverlord overlord, DruidClient druid, RepetitionInfo info) {
            IndexParallelTask own = Loads.inline("clicks" + info.getCurrentRepetition(), Loads.rows(1));

            overlord.await(druid.tasks().submit(own).thenCompose(TaskHandle::completion));

            assertThat(overlord).received(own).once();
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class StrangeSample {

        @RegisterExtension
        static final FakeOverlordExtension FAKE =
                FakeOverlordExtension.with(b -> b).resetAfterEach();

        @Test
        void isStrange(FakeOverlord overlord) throws Exception {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(overlord.uri().resolve("/druid/nothing"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
        }

        @Test
        void isStrangeNoMore(FakeOverlord overlord) {
            assertThat(overlord).hasNoUnexpectedRequests();
        }
    }
}
