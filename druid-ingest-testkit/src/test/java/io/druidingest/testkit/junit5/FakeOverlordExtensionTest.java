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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
                .containsPattern("2026-01-01T\\S+Z    \\* index_parallel\\S+: ");
    }

    @Test
    void aTestThatPassesPrintsNothing() {
        assertThat(printedBy(PassingSample.class)).doesNotContain("What happened");
    }

    /** 20 times, since a race that is lost once in a while is a flake. */
    @RepeatedTest(20)
    void testsInParallelDoNotMeet() {
        TestExecutionSummary summary = run(ParallelSample.class, true);

        assertThat(summary.getFailures()).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(24);
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
}
