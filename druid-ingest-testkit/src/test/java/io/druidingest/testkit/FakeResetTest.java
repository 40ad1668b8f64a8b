package io.druidingest.testkit;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.NodeRole;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.TaskNotFoundException;
import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.coordinator.RetentionRule;
import io.druidingest.coordinator.RetentionRules;
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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** After a reset everything is as it was at the start. */
@ExtendWith(FakeOverlordExtension.class)
@Timeout(20)
class FakeResetTest {

    private final FakeOverlord overlord;
    private final IndexParallelTask load = Loads.inline("clicks", Loads.rows(3));

    FakeResetTest(FakeOverlord overlord) {
        this.overlord = overlord;
    }

    @Test
    void nothingIsLeftOfWhatWas(DruidClient druid) {
        Instant start = overlord.time().now();
        overlord.onSubmit("index_parallel").plan(p -> p.fails("on purpose"));
        overlord.onSql("SELECT 1").rows(List.of(Map.of("x", 1)));
        overlord.onRequest("POST", "/druid/indexer/v1/task").reply(403).times(7);
        overlord.clockSkew(Duration.ofDays(1));
        overlord.after("1h").goesDown();
        overlord.await(druid.retention().set("clicks", RetentionRules.of(RetentionRule.dropForever())));
        overlord.time().shiftWallClock(Duration.ofHours(5));
        overlord.time().manual();

        overlord.reset();

        assertThat(overlord.time().now()).isEqualTo(start);
        assertThat(overlord.requests()).isEmpty();
        assertThat(overlord.timeline().entries()).isEmpty();
        assertThat(overlord.tasks()).isEmpty();
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        assertThat(overlord.await(task.completion())).succeeded();
        assertThat(overlord.await(task.status()).createdTime()).isBetween(start, start.plusSeconds(1));
        assertThat(overlord.await(druid.retention().rules("clicks")).rules()).isEmpty();
        assertThatThrownBy(() -> overlord.await(druid.sql().query("SELECT 1"))).hasMessageContaining("is a fake");
        overlord.time().advance(Duration.ofHours(2));
        overlord.await(druid.tasks().list());
    }

    /** What was due in the old life does not happen in the new one. */
    @Test
    void tasksSegmentsAndSlotsOfBeforeAreGone() {
        try (FakeOverlord one = FakeOverlord.start(b -> b.slots(1));
                DruidClient druid = one.client()) {
            one.onSubmit("index_parallel").plan(p -> p.running("1h").loadsAfter("1h"));
            TaskHandle task = one.await(druid.tasks().submit(load));
            CompletableFuture<TaskStatus> end = task.completion();
            one.time().advance(Duration.ofMinutes(1));

            one.reset();

            assertThatThrownBy(() -> one.await(end)).hasCauseInstanceOf(TaskNotFoundException.class);
            TaskHandle again = one.await(druid.tasks().submit(load)); // the one slot is free
            IngestResult result = one.await(again.queryable());
            assertThat(result).hasRows(3);
            one.time().advance(Duration.ofHours(3));
            assertThat(one.tasks()).hasSize(1);
            assertThat(one.timeline().toString()).doesNotContain(task.id() + ":");
        }
    }

    @Test
    void nodesThatWereDownListenAgainAndTheFirstLeads(DruidClient druid) {
        List<URI> uris = overlord.uris();
        overlord.leaderFailsOver();
        overlord.time().advance(Duration.ofSeconds(11));
        assertThat(overlord.await(druid.cluster().leader(NodeRole.OVERLORD))).contains(uris.get(1));
        overlord.goesDown();

        overlord.reset();

        assertThat(overlord.uris()).isEqualTo(uris);
        assertThat(overlord.await(druid.cluster().leader(NodeRole.OVERLORD))).contains(uris.get(0));
    }

    @Test
    void requestsThatAreHeldUpGoOnAndLeaveNoTrace() throws Exception {
        overlord.onRequest("GET", "/status").slow("1h");
        overlord.onRequest("GET", "/status/health").slowBody("1h");
        HttpClient http = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<String>> status = http.sendAsync(
                HttpRequest.newBuilder(overlord.uri().resolve("/status")).build(),
                HttpResponse.BodyHandlers.ofString());
        CompletableFuture<HttpResponse<String>> health = http.sendAsync(
                HttpRequest.newBuilder(overlord.uri().resolve("/status/health")).build(),
                HttpResponse.BodyHandlers.ofString());
        overlord.awaitRequests("GET /status", 1);
        overlord.awaitRequests("GET /status/health", 1);

        overlord.reset();

        assertThat(status.join().body()).contains("33.0.0");
        assertThat(health.join().body()).isEqualTo("true");
        assertThat(overlord.requests()).isEmpty();
    }

    @Test
    void whatWasStrangeIsToldFirst() throws Exception {
        URI strange = overlord.uri().resolve("/druid/indexer/v1/tsk");
        HttpRequest request = HttpRequest.newBuilder(strange).build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());

        assertThatThrownBy(overlord::reset).hasMessageContaining("GET /druid/indexer/v1/tsk: unknown path");
        assertThat(overlord).hasNoUnexpectedRequests();

        overlord.lenient().knows("tsk");
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        overlord.reset();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        assertThatThrownBy(overlord::verify).hasMessageContaining("unknown path");
    }

    /** Ids, pauses by chance and times are those of a new one. */
    @Test
    void theSameIsDoneInTheSameTime() {
        overlord.time().advance(Duration.ofMillis(12_345));
        overlord.reset();
        Timeline first = rehearsed();

        overlord.reset();

        assertThat(rehearsed()).isEqualTo(first);
    }

    /** By a client that remembers no other. */
    private Timeline rehearsed() {
        try (DruidClient druid = overlord.client()) {
            overlord.onSubmit("index_parallel").plan(p -> p.running("3h"));
            overlord.await(
                    druid.tasks().submit(load, o -> o.idempotencyKey("nightly")).thenCompose(TaskHandle::completion));
            return overlord.timeline();
        }
    }
}
