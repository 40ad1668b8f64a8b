package io.druidingest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.TaskState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a task's rows can be queried. */
class AvailabilityTest {

    private static final String OLD = "2026-11-19T00:00:00.000Z";
    private static final String NEW = "2026-11-20T13:49:57.951Z";
    private static final String NEWER = "2026-11-20T14:00:00.000Z";

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final TestCluster cluster = new TestCluster();
    private final DruidClient druid =
            Overheard.client().url(server.uri().toString()).time(time).build();
    private final TaskHandle task = druid.tasks().attach(TestCluster.TASK);

    @BeforeEach
    void answerAsTheClusterDoes() {
        server.script(cluster);
    }

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    @Test
    void itIsWhenTheBrokerServesAllThatTheStoreHas() {
        cluster.published = 2;
        cluster.used.addAll(List.of(day(1, NEW), day(2, NEW)));
        cluster.served.add(day(1, NEW));
        CompletableFuture<IngestResult> queryable = task.queryable();
        time.advance(Duration.ofMinutes(1));
        assertThat(queryable).isNotDone();

        cluster.served.add(day(2, NEW));
        IngestResult result = time.finish(queryable);
        assertThat(result.segments()).containsExactlyInAnyOrder(day(1, NEW), day(2, NEW));
        assertThat(result.status().state()).isEqualTo(TaskState.SUCCESS);
        assertThat(result.report()).isNotNull();
        assertThat(result.isEmpty()).isFalse();
    }

    @Test
    void theTableHasToBeKnownToo() {
        serve(day(1, NEW));
        cluster.table = false;
        CompletableFuture<IngestResult> queryable = task.queryable();
        time.advance(Duration.ofMinutes(1));
        assertThat(queryable).isNotDone();

        cluster.table = true;
        assertThat(time.finish(queryable).segments()).containsExactly(day(1, NEW));
    }

    @Test
    void theStoreIsAskedForTheIntervalsOfTheSpec() {
        serve(day(1, NEW));
        time.finish(task.queryable());

        assertThat(cluster.asked)
                .contains("/druid/coordinator/v1/metadata/datasources/wikipedia/segments"
                        + " [\"2024-01-01/2024-01-03\"]");
    }

    @Test
    void aSpecWithoutIntervalsMeansAllTime() {
        cluster.intervals = List.of();
        serve(day(1, NEW));
        time.finish(task.queryable());

        assertThat(cluster.asked).anyMatch(a -> a.contains("[\"-146136543-09-08T08:23:32.096Z/146140482-"));
    }

    @Test
    void aTaskThatPublishedNothingHasNothingToWaitFor() {
        cluster.published = 0;
        cluster.table = false;
        IngestResult result = time.finish(task.queryable());

        assertThat(result.isEmpty()).isTrue();
        assertThat(time.elapsed()).isZero();
        assertThat(cluster.asked).noneMatch(a -> a.contains("sql"));
    }

    @Test
    void segmentsBehindNewerOnesAreNotWaitedFor() {
        cluster.used.addAll(List.of(day(1, OLD), day(1, OLD) + "_1", day(1, NEW)));
        cluster.served.add(day(1, NEW));

        assertThat(time.finish(task.queryable()).segments()).containsExactly(day(1, NEW));
    }

    @Test
    void segmentsOfTheTimeBeforeAreNotWaitedFor() {
        cluster.used.addAll(List.of(day(1, NEW), day(2, OLD)));
        cluster.served.add(day(1, NEW));

        assertThat(time.finish(task.queryable()).segments()).containsExactly(day(1, NEW));
    }

    @Test
    void whatALaterTaskPutInThePlaceOfOursIsWaitedForInstead() {
        cluster.used.addAll(List.of(day(1, NEW), day(1, NEWER)));
        cluster.served.add(day(1, NEWER));

        assertThat(time.finish(task.queryable()).segments()).containsExactly(day(1, NEWER));
    }

    @Test
    void aTaskThatAppendedWaitsForAllOfItsIntervals() {
        cluster.appends = true;
        cluster.used.addAll(List.of(day(1, OLD), day(1, OLD) + "_1"));
        cluster.served.add(day(1, OLD));
        CompletableFuture<IngestResult> queryable = task.queryable();
        time.advance(Duration.ofMinutes(1));
        assertThat(queryable).isNotDone();

        cluster.served.add(day(1, OLD) + "_1");
        assertThat(time.finish(queryable).segments()).hasSize(2);
    }

    @Test
    void aTaskThatAppendedIsNotTakenForOneThatWritesBesideIt() {
        cluster.appends = true;
        cluster.used.addAll(List.of(day(1, OLD), day(1, OLD) + "_1", day(2, NEW)));
        cluster.served.addAll(List.of(day(1, OLD), day(2, NEW)));
        CompletableFuture<IngestResult> queryable = task.queryable();
        time.advance(Duration.ofMinutes(1));
        assertThat(queryable).isNotDone();

        cluster.served.add(day(1, OLD) + "_1");
        assertThat(time.finish(queryable).segments()).hasSize(3);
    }

    @Test
    void aTaskWithoutAReportThatWroteNothingIsBelievedWhenTheStoreCannotLagBehindAnyMore() {
        cluster.published = null;
        cluster.used.add(day(1, OLD));
        assertThat(time.finish(task.queryable()).isEmpty()).isTrue();
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(105));
    }

    @Test
    void howLongAStoreMayLagBehindIsTold() {
        cluster.published = null;

        assertThat(time.failure(task.publishedWithin(Duration.ofSeconds(30))))
                .isInstanceOf(TaskTimeoutException.class)
                .hasMessageContaining("does not show what it wrote")
                .hasMessageContaining("more than 90 seconds");
    }

    @Test
    void aShortTimeIsEnoughForATaskWithoutAReport() {
        cluster.published = null;
        serve(day(1, NEW));

        assertThat(time.finish(task.queryableWithin(Duration.ofSeconds(3))).segments())
                .hasSize(1);
    }

    @Test
    void aTaskWithoutAReportDoesNotMakeAStoreThatLagsBehindBelieved() {
        cluster.published = null;
        serve(day(1, OLD)); // what the task has replaced
        CompletableFuture<IngestResult> queryable = task.queryable();
        time.advance(Duration.ofSeconds(60));
        serve(day(1, NEW));

        assertThat(time.finish(queryable).segments()).containsExactly(day(1, NEW));
    }

    @Test
    void aStoreThatLagsBehindShowsLessThanWasAppended() {
        cluster.appends = true;
        cluster.published = 2;
        serve(day(1, OLD));
        CompletableFuture<IngestResult> queryable = task.queryable();
        time.advance(Duration.ofSeconds(60));
        assertThat(queryable).isNotDone();

        serve(day(1, OLD) + "_1");
        serve(day(1, OLD) + "_2");
        assertThat(time.finish(queryable).segments()).hasSize(3);
    }

    @Test
    void aTimeoutSaysWhatIsMissing() {
        cluster.used.addAll(List.of(day(1, NEW), day(2, NEW)));
        cluster.served.add(day(1, NEW));

        assertThat(time.failure(task.queryableWithin(Duration.ofMinutes(3))))
                .isInstanceOfSatisfying(
                        TaskTimeoutException.class, e -> assertThat(e.taskId()).isEqualTo("t1"))
                .hasMessageStartingWith(
                        "task t1 succeeded, and could not be queried within PT3M: 1 of 2 segments are published and not served yet");
        assertThat(time.elapsed())
                .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(3).plusSeconds(6));
    }

    @Test
    void aTimeoutSaysThatTheTableIsMissing() {
        serve(day(1, NEW));
        cluster.table = false;

        assertThat(time.failure(task.queryableWithin(Duration.ofMinutes(3))))
                .isInstanceOf(TaskTimeoutException.class)
                .hasMessageContaining("all 1 segments are served, and the Broker's SQL does not know the table yet");
    }

    @Test
    void theTimeThatTheTaskTakesDoesNotCount() {
        cluster.state = "RUNNING";
        serve(day(1, NEW));
        CompletableFuture<IngestResult> queryable = task.queryableWithin(Duration.ofSeconds(5));
        time.advance(Duration.ofHours(1));
        cluster.state = "SUCCESS";

        assertThat(time.finish(queryable).segments()).hasSize(1);
    }

    @Test
    void aReportThatComesLateIsWaitedFor() {
        cluster.published = null;
        CompletableFuture<IngestResult> queryable = task.queryable();
        time.advance(Duration.ofSeconds(2));
        cluster.published = 0;

        assertThat(time.finish(queryable).report()).isNotNull();
    }

    @Test
    void aTaskWithoutAReportIsJudgedByItsSegments() {
        cluster.published = null;
        serve(day(1, NEW));
        IngestResult result = time.finish(task.queryable());

        assertThat(result.report().json()).isEmpty();
        assertThat(result.segments()).containsExactly(day(1, NEW));
    }

    @Test
    void aTaskThatFailedFailsWithItsReport() {
        cluster.state = "FAILED";
        cluster.errorMsg = "no rows\\n at X";

        assertThat(time.failure(task.queryable()))
                .isInstanceOfSatisfying(TaskFailedException.class, e -> {
                    assertThat(e.status().errorMessage()).isEqualTo("no rows\n at X");
                    assertThat(e.report()).isNotNull();
                })
                .hasMessage("task t1 FAILED: no rows");
    }

    @Test
    void aReportThatCannotBeReadDoesNotHideThatTheTaskFailed() {
        cluster.state = "FAILED";
        cluster.reportFailure = TestServer.status(403);

        assertThat(time.failure(task.queryable()))
                .isInstanceOf(TaskFailedException.class)
                .hasMessage("task t1 FAILED: Druid gives no reason; see the task's log")
                .satisfies(e -> assertThat(e.getSuppressed()).singleElement().isInstanceOf(DruidHttpException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCESS", "FAILED"})
    void aReportThatIsNotToBeHadDoesNotDrawTheWaitingOut(String state) {
        cluster.state = state;
        cluster.reportFailure = TestServer.status(503);

        assertThat(time.failure(task.publishedWithin(Duration.ofSeconds(10))))
                .isInstanceOf(state.equals("FAILED") ? TaskFailedException.class : TaskTimeoutException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatCannotBeReadOfATaskThatSucceededIsAFailure() {
        cluster.reportFailure = TestServer.status(403);

        assertThat(time.failure(task.queryable())).isInstanceOf(DruidHttpException.class);
    }

    @Test
    void aTaskThatIsNotThereIsToldAsThat() {
        assertThat(time.failure(druid.tasks().attach("nope").queryable())).isInstanceOf(TaskNotFoundException.class);
    }

    @Test
    void whoCancelsWhileTheTaskRunsIsNotAskedForAnyMore() {
        cluster.state = "RUNNING";
        assertNothingIsAskedAfterCancelling(task.queryable());
    }

    @Test
    void whoCancelsWhileTheReportIsAwaitedIsNotAskedForAnyMore() {
        cluster.reportFailure = TestServer.status(503);
        assertNothingIsAskedAfterCancelling(task.queryable());
    }

    @Test
    void whoCancelsWhileSegmentsLoadIsNotAskedForAnyMore() {
        cluster.used.add(day(1, NEW));
        assertNothingIsAskedAfterCancelling(task.queryable());
    }

    private void assertNothingIsAskedAfterCancelling(CompletableFuture<?> future) {
        time.advance(Duration.ofSeconds(10));
        assertThat(future).isNotDone();
        int before = cluster.asked.size();
        future.cancel(true);
        time.advance(Duration.ofMinutes(10));

        assertThat(cluster.asked).hasSize(before);
        assertThat(time.timers()).isZero();
    }

    @Test
    void closingTheClientEndsTheWaitingForSegments() {
        cluster.used.add(day(1, NEW));
        CompletableFuture<IngestResult> queryable = task.queryable();
        time.advance(Duration.ofSeconds(10));
        druid.close();

        assertThat(time.failure(queryable))
                .isInstanceOf(DruidTransportException.class)
                .hasMessage("the client was closed");
    }

    @Test
    void aDatasourceWithVeryManySegmentsIsSeenThroughInAMoment() {
        cluster.appends = true; // so all of them count
        List<String> many = IntStream.range(0, 60_000)
                .mapToObj(i -> String.format(
                        "wikipedia_%04d-01-01T00:00:00.000Z_%04d-01-02T00:00:00.000Z_%s_%d",
                        1000 + i / 100, 1000 + i / 100, OLD, i % 100))
                .collect(Collectors.toList());
        cluster.used.addAll(many);
        cluster.served.addAll(many);

        long start = System.nanoTime(); // real time: virtual time does not pass while it works
        assertThat(time.finish(task.queryable()).segments()).hasSize(60_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void segmentsThatNoRuleLoadsAreNotWaitedFor() {
        cluster.published = 2;
        serve(day(1, NEW));
        cluster.used.add(day(2, NEW));
        cluster.unloaded.add(day(2, NEW));
        IngestResult result = time.finish(task.queryable());

        assertThat(result.segments()).containsExactly(day(1, NEW), day(2, NEW));
        assertThat(result.unloaded()).containsExactly(day(2, NEW));
    }

    @Test
    void aTableOfWhichNothingIsLoadedIsNotWaitedFor() {
        cluster.used.add(day(1, NEW));
        cluster.unloaded.add(day(1, NEW));
        cluster.table = false;

        assertThat(time.finish(task.queryable()).unloaded()).containsExactly(day(1, NEW));
    }

    @Test
    void aBrokerThatDoesNotTellOfRulesIsAskedForTheRest() {
        cluster.tellsReplication = false;
        cluster.used.add(day(1, NEW));
        CompletableFuture<IngestResult> queryable = task.queryable();
        time.advance(Duration.ofSeconds(30));
        cluster.served.add(day(1, NEW));

        assertThat(time.finish(queryable).segments()).containsExactly(day(1, NEW));
        assertThat(cluster.asked.stream().filter(a -> a.contains("replication_factor")))
                .hasSize(1);
    }

    @Test
    void aDeadBrokerDoesNotDrawTheWaitingOut() {
        cluster.used.add(day(1, NEW));
        cluster.brokerFailure = TestServer.status(503, "{\"error\":\"no broker\"}");

        assertThat(time.failure(task.queryableWithin(Duration.ofSeconds(20))))
                .isInstanceOf(TaskTimeoutException.class)
                .hasMessageContaining("the last look at the cluster failed: POST /druid/v2/sql answered 503: no broker")
                .hasCauseInstanceOf(DruidHttpException.class);
        assertThat(time.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aBrokerThatIsSilentDoesNotDrawTheWaitingOut() throws InterruptedException {
        cluster.used.add(day(1, NEW));
        cluster.brokerFailure = TestServer.silence();
        CountDownLatch asked = new CountDownLatch(1);
        server.script((request, number) -> {
            if (request.getTarget().equals("/druid/v2/sql")) {
                asked.countDown();
            }
            return cluster.answer(request, number);
        });
        CompletableFuture<IngestResult> queryable = task.queryableWithin(Duration.ofSeconds(20));
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        time.advanceUnderWay(Duration.ofSeconds(20));

        assertThat(time.failure(queryable)).isInstanceOf(TaskTimeoutException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aBrokerThatComesBackIsAskedAgain() {
        serve(day(1, NEW));
        cluster.brokerFailure = TestServer.status(503);
        CompletableFuture<IngestResult> queryable = task.queryable();
        time.advance(Duration.ofMinutes(3));
        assertThat(queryable).isNotDone();
        cluster.brokerFailure = null;

        assertThat(time.finish(queryable).segments()).containsExactly(day(1, NEW));
    }

    @Test
    void aBrokerThatForbidsItIsNotAskedAgain() {
        serve(day(1, NEW));
        cluster.brokerFailure = TestServer.status(403);

        assertThat(time.failure(task.queryable())).isInstanceOf(DruidHttpException.class);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void aStoreThatLagsBehindIsNotBelieved() {
        serve(day(1, OLD)); // what the task has replaced
        CompletableFuture<IngestResult> queryable = task.queryable();
        time.advance(Duration.ofSeconds(60));
        assertThat(queryable).isNotDone();

        serve(day(1, NEW));
        assertThat(time.finish(queryable).segments()).containsExactly(day(1, NEW));
    }

    @Test
    void aClockThatWasWrongIsNotWaitedForForever() {
        serve(day(1, OLD)); // of our task, by an Overlord whose clock was slow
        assertThat(time.finish(task.queryable()).segments()).containsExactly(day(1, OLD));
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(96));
    }

    @Test
    void segmentsThatAreGoneAgainAreNoSuccess() {
        assertThat(time.failure(task.queryableWithin(Duration.ofMinutes(3))))
                .isInstanceOf(TaskTimeoutException.class)
                .hasMessageContaining("none of its segments is used; look for a kill task");
    }

    @Test
    void aReplacementByNothingWaitsForItsTombstones() {
        cluster.published = 0;
        cluster.drops = true;
        cluster.used.addAll(List.of(day(1, OLD), day(1, NEW)));
        cluster.served.add(day(1, OLD));
        CompletableFuture<IngestResult> queryable = task.queryable();
        time.advance(Duration.ofMinutes(1));
        assertThat(queryable).isNotDone();

        cluster.served.add(day(1, NEW));
        assertThat(time.finish(queryable).segments()).containsExactly(day(1, NEW));
    }

    @Test
    void aCompactionWaitsForWhatItReplaced() {
        cluster.payload =
                "\"type\":\"compact\",\"ioConfig\":{\"type\":\"compact\",\"inputSpec\":{\"type\":\"interval\","
                        + "\"interval\":\"2024-02-01/2024-02-02\"}},";
        cluster.intervals = List.of();
        cluster.used.addAll(List.of(day(1, OLD), day(1, OLD) + "_1", day(1, NEW)));
        cluster.served.add(day(1, NEW));

        assertThat(time.finish(task.queryable()).segments()).containsExactly(day(1, NEW));
        assertThat(cluster.asked).anyMatch(a -> a.endsWith("/segments [\"2024-02-01/2024-02-02\"]"));
    }

    @Test
    void aCompactionOfSegmentsLooksAtTheirTime() {
        cluster.payload = "\"type\":\"compact\",\"ioConfig\":{\"inputSpec\":{\"type\":\"segments\",\"segments\":[\""
                + day(1, OLD) + "\"]}},";
        serve(day(1, NEW));
        time.finish(task.queryable());

        assertThat(cluster.asked).anyMatch(a -> a.endsWith("[\"2024-01-01T00:00:00.000Z/2024-01-02T00:00:00.000Z\"]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "noop", "archive", "move", "restore"})
    void whatWritesNothingHasNothingToWaitFor(String type) {
        cluster.payload = "\"type\":\"" + type + "\",";
        cluster.published = null;
        cluster.used.add(day(1, NEW));

        assertThat(time.finish(task.queryable()).segments()).isEmpty();
        assertThat(cluster.asked).noneMatch(a -> a.contains("/segments"));
    }

    @Test
    void aStreamAppends() {
        cluster.payload = "\"type\":\"index_kafka\",";
        cluster.intervals = List.of();
        serve(day(1, OLD));

        assertThat(time.finish(task.queryable()).segments()).containsExactly(day(1, OLD));
        assertThat(cluster.asked).anyMatch(a -> a.contains("[\"-146136543-09-08T08:23:32.096Z/146140482-"));
    }

    @Test
    void anSqlTaskReplacesWhatItSays() {
        cluster.payload =
                "\"type\":\"query_controller\",\"spec\":{\"destination\":{\"type\":\"dataSource\",\"dataSource\":"
                        + "\"wikipedia\",\"replaceTimeChunks\":[\"2024-01-01/2024-01-02\"]}},";
        cluster.specless = true;
        cluster.used.addAll(List.of(day(1, OLD), day(1, NEW)));
        cluster.served.add(day(1, NEW));

        assertThat(time.finish(task.queryable()).segments()).containsExactly(day(1, NEW));
        assertThat(cluster.asked).anyMatch(a -> a.endsWith("[\"2024-01-01/2024-01-02\"]"));
    }

    @Test
    void anSqlTaskThatInsertsAppends() {
        cluster.payload = "\"type\":\"query_controller\",\"spec\":{\"destination\":{\"type\":\"dataSource\","
                + "\"replaceTimeChunks\":null}},";
        cluster.specless = true;
        serve(day(1, OLD));

        assertThat(time.finish(task.queryable()).segments()).containsExactly(day(1, OLD));
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void anSqlTaskThatAsksWritesNothing() {
        cluster.payload = "\"type\":\"query_controller\",\"spec\":{\"destination\":{\"type\":\"taskReport\"}},";
        cluster.specless = true;
        cluster.published = null;

        assertThat(time.finish(task.queryable()).segments()).isEmpty();
    }

    @Test
    void whatIsPublishedNeedNotBeServed() {
        cluster.used.add(day(1, NEW));
        IngestResult published = time.finish(task.published());

        assertThat(published.segments()).containsExactly(day(1, NEW));
        assertThat(cluster.asked).noneMatch(a -> a.contains("sql"));
    }

    @Test
    void whatIsNotSeenToBePublishedIsWaitedFor() {
        CompletableFuture<IngestResult> published = task.published();
        time.advance(Duration.ofMinutes(1));
        assertThat(published).isNotDone();

        cluster.used.add(day(1, NEW));
        assertThat(time.finish(published).segments()).containsExactly(day(1, NEW));
    }

    @Test
    void whatIsNeverPublishedIsGivenUp() {
        assertThat(time.failure(task.publishedWithin(Duration.ofMinutes(3))))
                .isInstanceOfSatisfying(
                        TaskTimeoutException.class, e -> assertThat(e.rung()).isEqualTo(IngestEvent.Rung.PUBLISHED))
                .hasMessageStartingWith("task t1 succeeded, and was not seen to be published within PT3M: none of its");
        assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(3));
    }

    private void serve(String segment) {
        cluster.used.add(segment);
        cluster.served.add(segment);
    }

    private static String day(int day, String version) {
        return "wikipedia_2024-01-0" + day + "T00:00:00.000Z_2024-01-0" + (day + 1) + "T00:00:00.000Z_" + version;
    }
}
