package io.druidingest.testkit;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.DruidTransportException;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong between client and Druid, in virtual time; and that no task is lost or doubled by it. */
@ExtendWith(FakeOverlordExtension.class)
@Timeout(20)
class FakeFaultsTest {

    private static final String SUBMIT = "/druid/indexer/v1/task";
    private static final String STATUS = "/druid/indexer/v1/task/{id}/status";

    private final IndexParallelTask load = Loads.inline("wikipedia", Loads.rows(3));

    /** What may happen to a submission so that sending it again helps. */
    private static final Map<String, Consumer<RequestScript>> PASSING = new TreeMap<>(Map.ofEntries(
            Map.entry("unavailable", script -> script.reply(503)),
            Map.entry("too many", script -> script.reply(429).header("Retry-After", "7")),
            Map.entry("bad gateway", script -> script.proxyPage(502)),
            Map.entry("reset", RequestScript::resets),
            Map.entry("reset afterwards", script -> script.afterCommit().resets()),
            Map.entry("unavailable afterwards", script -> script.afterCommit().reply(503)),
            Map.entry("stall", script -> script.stalls("60s")),
            Map.entry("stall afterwards", script -> script.afterCommit().stalls("60s")),
            Map.entry("truncated", RequestScript::truncated),
            Map.entry("slow", script -> script.slow("50s")),
            Map.entry("slow body", script -> script.slowBody("50s"))));

    static Set<String> passing() {
        return PASSING.keySet();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aTaskIsNeitherLostNorDoubled(String fault, FakeOverlord overlord, DruidClient druid) {
        PASSING.get(fault).accept(overlord.onRequest("POST", SUBMIT));

        TaskStatus end = overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::completion));

        assertThat(end).succeeded();
        assertThat(overlord).received(load).once().hasNoUnexpectedRequests();
    }

    @Test
    void aStallTakesVirtualTimeOnly(FakeOverlord overlord, DruidClient druid) {
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.onRequest("GET", STATUS).stalls("60s");
        Instant start = overlord.time().now();

        overlord.await(task.status());

        assertThat(Duration.between(start, overlord.time().now()))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(70));
        assertThat(overlord.timeline().toString()).contains("/status -> lost after PT1M");
    }

    @Test
    void aScriptWinsForItsCountAndThenStateAnswers(FakeOverlord overlord, DruidClient druid) {
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.onRequest("GET", STATUS).reply(503).times(2);
        overlord.onRequest("GET", STATUS).reply(403, "{\"Access-Check-Result\":\"no\"}");

        assertThatThrownBy(() -> overlord.await(task.status()))
                .hasCauseInstanceOf(DruidHttpException.class)
                .hasMessageContaining("403");
        assertThat(overlord.await(task.status()).id()).isEqualTo(task.id());
        assertThat(overlord.requests().stream().filter(r -> r.endsWith("/status")))
                .hasSize(4);
    }

    @Test
    void retryAfterIsHeeded(FakeOverlord overlord, DruidClient druid) {
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.onRequest("GET", STATUS).reply(429).header("Retry-After", "40");
        Instant start = overlord.time().now();

        overlord.await(task.status());

        assertThat(Duration.between(start, overlord.time().now())).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void garbageIsNoAnswer(FakeOverlord overlord, DruidClient druid) {
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.onRequest("GET", STATUS).garbage();
        assertThatThrownBy(() -> overlord.await(task.status())).hasCauseInstanceOf(DruidTransportException.class);
    }

    @Test
    void credentialsCanBeRefused(FakeOverlord overlord, DruidClient druid) {
        overlord.onRequest("POST", SUBMIT).reply(401);
        assertThatThrownBy(() -> overlord.await(druid.tasks().submit(load)))
                .hasCauseInstanceOf(DruidHttpException.class)
                .hasMessageContaining("401");
        assertThat(overlord).received(load).never();
    }

    @Test
    void redirectsInCirclesEnd(FakeOverlord overlord, DruidClient druid) {
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.onRequest("GET", STATUS).redirectsInCircles();
        assertThatThrownBy(() -> overlord.await(task.status()))
                .hasCauseInstanceOf(DruidTransportException.class)
                .hasMessageContaining("do not agree on a leader");
    }

    @Test
    void theOtherNodeTakesOver(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel")
                .plan(p -> p.pending("2s").running("30m").succeeds());
        overlord.after("10m").leaderFailsOver();

        TaskStatus end = overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::completion));

        assertThat(end).succeeded();
        assertThat(overlord).received(load).once();
        assertThat(overlord.timeline().toString())
                .contains("2026-01-01T00:10:00Z    * node 1, which leads, is gone")
                .contains("2026-01-01T00:10:10Z    * node 2 leads")
                .contains("taskStatus -> 200 (node 2)");
    }

    @Test
    void anAnswerThatIsHeldUpIsLostWhenItsNodeGoesDown(FakeOverlord overlord, DruidClient druid) {
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.onRequest("GET", STATUS).slow("50s");
        overlord.after("40s").leaderFailsOver();

        assertThat(overlord.await(task.status()).id()).isEqualTo(task.id());
        assertThat(overlord.time().now())
                .isBetween(Instant.parse("2026-01-01T00:00:50Z"), Instant.parse("2026-01-01T00:01:30Z"));
    }

    @Test
    void aBodyThatIsHeldUpIsLostWhenAllGoesDown(FakeOverlord overlord, DruidClient druid) {
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.onRequest("GET", STATUS).slowBody("50s");
        overlord.after("40s").goesDown();
        overlord.after("45s").comesBack();

        assertThat(overlord.await(task.status()).id()).isEqualTo(task.id());
        assertThat(overlord.time().now())
                .isBetween(Instant.parse("2026-01-01T00:00:45Z"), Instant.parse("2026-01-01T00:01:30Z"));
    }

    @Test
    void aStreamMayPauseInItsMiddle(FakeOverlord overlord, DruidClient druid) throws InterruptedException {
        overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::queryable));
        overlord.await(
                druid.tasks().submit(Loads.inline("wikipedia", Loads.rows(5))).thenCompose(TaskHandle::queryable));
        overlord.onRequest("GET", "/druid/coordinator/v1/metadata/datasources/{datasource}/segments")
                .slowBody("30s");
        CountDownLatch begun = new CountDownLatch(1);
        overlord.time().manual(); // or it might be over before anything of it is read

        CompletableFuture<Long> reading = druid.segments().usedIds("wikipedia", id -> begun.countDown());
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        overlord.time().advance(Duration.ofSeconds(30));

        assertThat(overlord.await(reading)).isEqualTo(4);
    }

    @Test
    void moreRequestsThanAreSentAtOneTimeMayAllBeSlow(FakeOverlord overlord, DruidClient druid) {
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.onRequest("GET", STATUS).slow("1s").always();
        List<CompletableFuture<TaskStatus>> all =
                Stream.generate(task::status).limit(100).collect(Collectors.toList());

        all.forEach(status -> assertThat(overlord.await(status).id()).isEqualTo(task.id()));
    }

    @Test
    void anOutageIsWaitedFor(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(p -> p.running("30m"));
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.after("10m").goesDown();
        overlord.after("20m").comesBack();

        assertThat(overlord.await(task.completion())).succeeded();
    }

    @Test
    void whoAsksDuringAnOutageIsRefused(FakeOverlord overlord, DruidClient druid) {
        overlord.goesDown();
        assertThatThrownBy(() -> overlord.await(druid.tasks().submit(load)))
                .hasCauseInstanceOf(DruidTransportException.class);
        overlord.comesBack();
        assertThat(overlord.await(druid.tasks().list())).isEmpty();
    }

    @Test
    void theServersClockMayBeWrong(FakeOverlord overlord, DruidClient druid) {
        overlord.clockSkew(Duration.ofMinutes(-5));
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        assertThat(overlord.await(task.status()).createdTime())
                .isEqualTo(overlord.time().now().minus(Duration.ofMinutes(5)));
    }

    @Test
    void theWallClockIsNotWhatIsDueGoesBy(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(p -> p.running("1h"));
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.time().shiftWallClock(Duration.ofDays(-2));
        long start = overlord.time().nanos();

        TaskStatus end = overlord.await(task.completion());

        assertThat(end).succeeded();
        assertThat(Duration.ofNanos(overlord.time().nanos() - start)).isLessThan(Duration.ofMinutes(61));
    }

    @Test
    void manualTimePassesByHand(FakeOverlord overlord, DruidClient druid) {
        overlord.time().manual();
        TaskHandle task = overlord.await(druid.tasks().submit(load)); // needs no time
        CompletableFuture<TaskStatus> end = task.completion();
        overlord.time().advance(Duration.ofMillis(500));
        assertThat(end).isNotDone();
        overlord.time().advance(Duration.ofSeconds(30));
        assertThat(overlord.await(end)).succeeded();
    }

    @Test
    void whatIsUnknownFailsTheTestThatWaits() {
        try (FakeOverlord overlord = FakeOverlord.start()) {
            assertThatThrownBy(() -> overlord.await(unknown(overlord)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(
                            "GET /druid/indexer/v1/tusks: unknown path; did you mean GET /druid/indexer/v1/tasks?");
            overlord.lenient();
            assertThat(overlord.await(unknown(overlord)).statusCode()).isEqualTo(404);
            assertThat(overlord.unexpectedRequests()).hasSize(2);
        }
    }

    @Test
    void whatIsUnknownFailsTheTestAtTheLatestWhenItCloses() {
        FakeOverlord overlord = FakeOverlord.start();
        assertThat(unknown(overlord).join().statusCode()).isEqualTo(404);
        assertThatThrownBy(overlord::close).isInstanceOf(AssertionError.class).hasMessageContaining("tusks");
    }

    private static CompletableFuture<HttpResponse<String>> unknown(FakeOverlord overlord) {
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create(overlord.uri() + "/druid/indexer/v1/tusks"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void givingUpTellsTheTimeline() {
        try (FakeOverlord overlord = FakeOverlord.start(b -> b.watchdog(Duration.ofMillis(300)));
                DruidClient druid = overlord.client()) {
            overlord.onSubmit("index_parallel").plan(p -> p.running("1m"));
            TaskHandle task = overlord.await(druid.tasks().submit(load));
            assertThatThrownBy(() -> overlord.await(new CompletableFuture<>()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has not come within PT0.3S of real time")
                    .hasMessageContaining("POST /druid/indexer/v1/task -> 200")
                    .hasMessageContaining(task.id() + ": RUNNING");
        }
    }
}
