package io.druidingest.client;

import static io.druidingest.client.TestServer.body;
import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.UnusedSegmentsOptions.SortOrder;
import io.druidingest.client.model.DataSegment;
import io.druidingest.client.model.LoadStatus;
import io.druidingest.client.model.LoadStatus.Form;
import io.druidingest.client.model.LoadStatus.Subject;
import io.druidingest.client.model.SegmentSummary;
import io.druidingest.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    private static final Interval MONTH = Interval.of("2024-01-01/P1M");
    private static final String OLD = "2026-11-19T00:00:00.000Z";
    private static final String NEW = "2026-11-20T13:49:57.951Z";

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final DruidClient druid =
            Overheard.client().url(server.uri().toString()).time(time).build();
    private final Segments segments = druid.segments();

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    @Test
    void aSegmentIsToldInFull() {
        server.answers(json("[{\"overshadowed\":true,\"replicationFactor\":2,\"numRows\":7,\"realtime\":false,"
                + segment(1, NEW).substring(1) + "]"));
        List<DataSegment> told = new ArrayList<>();

        assertThat(time.finish(segments.allUsed(o -> o.dataSources("a", "b").includeRealtimeSegments(true), told::add)))
                .isEqualTo(1);
        assertThat(target())
                .isEqualTo("/druid/coordinator/v1/metadata/segments?includeOvershadowedStatus"
                        + "&includeRealtimeSegments&datasources=a&datasources=b");
        DataSegment segment = told.get(0);
        assertThat(segment.id()).isEqualTo("ds_2024-01-01T00:00:00.000Z_2024-01-02T00:00:00.000Z_" + NEW);
        assertThat(segment.dataSource()).isEqualTo("ds");
        assertThat(segment.interval()).isEqualTo(Interval.of("2024-01-01/P1D"));
        assertThat(segment.version()).isEqualTo(NEW);
        assertThat(segment.dimensions()).containsExactly("page", "user");
        assertThat(segment.metrics()).isEmpty();
        assertThat(segment.size()).isEqualTo(1_900);
        assertThat(segment.numRows()).isEqualTo(7);
        assertThat(segment.overshadowed()).isTrue();
        assertThat(segment.realtime()).isFalse();
        assertThat(segment.replicationFactor()).isEqualTo(2);
        assertThat(segment.shardSpec().partitions()).isEqualTo(1);
        assertThat(segment.isTombstone()).isFalse();
    }

    @Test
    void aDatasourceThatIsNotKnownHasNoSegmentsAndAPathThatIsNotKnownIsAnError() {
        server.answers(absent());
        assertThat(time.finish(segments.used("nope", s -> {}))).isZero();
        assertThat(time.finish(segments.segment("nope", "nope_1"))).isNull();

        server.answers(status(404));
        assertThat(time.failure(segments.used("ds", s -> {})))
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("managementProxy");
        assertThat(time.failure(segments.segment("ds", "ds_1"))).isInstanceOf(DruidHttpException.class);
    }

    @Test
    void intervalsAreSentAsTheyAreAndLookedAtFirst() {
        server.answers(json("[]"));
        time.finish(segments.usedIds("ds", List.of(MONTH), id -> {}));

        assertThat(body(last())).isEqualTo("[\"2024-01-01/P1M\"]");
        assertThatThrownBy(() -> segments.usedIds("ds", List.of(Interval.of("2024")), id -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"2024\" is no interval; write for example");
        assertThatThrownBy(() -> segments.markUnused("ds", Interval.of("2025-01-01/2024-01-01")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ends before it starts");
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void aListThatBreaksOffFailsAfterWhatCame() {
        server.answers(json("[" + segment(1, NEW) + ",{\"dataSource\":"), json("[]"));
        List<DataSegment> told = new ArrayList<>();

        assertThat(time.failure(segments.used("ds", told::add))).isInstanceOf(DruidTransportException.class);
        assertThat(told).hasSize(1);
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void whatIsNoListIsAFailure() {
        server.answers(json("\"no\""));
        assertThat(time.failure(segments.used("ds", s -> {}))).hasMessageContaining("a list was expected");
    }

    @Test
    void aConsumerThatThrowsEndsTheAnswerAndFailsTheFuture() {
        server.answers(json("[" + segment(1, NEW) + "," + segment(2, NEW) + "]"));
        IllegalStateException full = new IllegalStateException("full");

        assertThat(time.failure(segments.used("ds", s -> {
                    throw full;
                })))
                .isSameAs(full);
    }

    @Test
    void whoCancelsIsToldNothingMore() throws InterruptedException {
        server.answers(json("[" + "\"a\",".repeat(1_000) + "\"b\"]"));
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        List<String> told = new ArrayList<>();
        CompletableFuture<Long> reading = segments.usedIds("ds", id -> {
            told.add(id);
            first.countDown();
            boolean interrupted = false;
            while (cancelled.getCount() > 0) {
                try {
                    cancelled.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        first.await();
        reading.cancel(true);
        cancelled.countDown();
        time.awaitIdle();

        assertThat(told).hasSize(1);
    }

    @Test
    void theTimelineHidesWhatIsOlderAndSortsTheRest() {
        server.answers(json("[" + String.join(",", segment(2, OLD), segment(1, OLD), segment(1, NEW)) + "]"));

        Map<Interval, List<DataSegment>> timeline = time.finish(segments.timeline("ds"));
        assertThat(timeline.keySet()).containsExactly(Interval.of("2024-01-01/P1D"), Interval.of("2024-01-02/P1D"));
        assertThat(timeline.values())
                .extracting(part -> part.stream().map(DataSegment::version).collect(Collectors.toList()))
                .containsExactly(List.of(NEW), List.of(OLD));
    }

    @Test
    void unusedSegmentsAreAskedForAsTheOptionsSay() {
        server.answers(json("[{\"dataSegment\":" + segment(2, NEW) + ",\"createdDate\":\"2026-11-20T13:49:58.520Z\","
                + "\"usedStatusLastUpdatedDate\":\"2026-11-20T13:50:12.912Z\",\"used\":false,"
                + "\"upgradedFromSegmentId\":null}]"));
        List<String> told = new ArrayList<>();
        time.finish(segments.unused(
                "ds",
                o -> o.interval(MONTH).limit(3).lastSegmentId("ds_x").sortOrder(SortOrder.DESC),
                unused -> told.add(unused.dataSegment().version() + " " + unused.createdDate())));

        assertThat(told).containsExactly(NEW + " 2026-11-20T13:49:58.520Z");
        assertThat(target())
                .isEqualTo("/druid/coordinator/v1/metadata/datasources/ds/unusedSegments"
                        + "?interval=2024-01-01%2FP1M&limit=3&lastSegmentId=ds_x&sortOrder=DESC");
        assertThatThrownBy(() -> segments.unused("ds", o -> o.limit(0), s -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit must be positive, not 0");
    }

    @Test
    void aLoadStatusIsANumberASentenceOrNothing() {
        server.answers(json("{\"ds\":100.0}"));
        LoadStatus percent = time.finish(segments.loadStatus("ds"));
        assertThat(percent.percent()).isEqualTo(100);
        assertThat(percent.segmentsToLoad()).isNull();
        assertThat(percent.isLoaded()).isTrue();
        assertThat(target()).isEqualTo("/druid/coordinator/v1/datasources/ds/loadstatus?forceMetadataRefresh=false");

        server.answers(json("{\"ds\":3}"));
        LoadStatus simple = time.finish(segments.loadStatus(
                "ds", o -> o.form(Form.SIMPLE).interval(MONTH).forceMetadataRefresh(true)));
        assertThat(simple.percent()).isNull();
        assertThat(simple.segmentsToLoad()).isEqualTo(3);
        assertThat(simple.isLoaded()).isFalse();
        assertThat(target()).endsWith("?forceMetadataRefresh=true&interval=2024-01-01%2FP1M&simple");

        server.answers(json("{\"hot\":{\"ds\":0},\"cold\":{\"ds\":2}}"));
        LoadStatus full = time.finish(segments.loadStatus("ds", o -> o.form(Form.FULL_BY_CLUSTER_VIEW)));
        assertThat(full.tiers()).isEqualTo(Map.of("hot", 0L, "cold", 2L));
        assertThat(full.isLoaded()).isFalse();
        assertThat(target()).endsWith("&full&computeUsingClusterView");

        server.answers(json("No used segment found for the given datasource and interval"));
        LoadStatus none = time.finish(segments.loadStatus("ds"));
        assertThat(none.subject()).isEqualTo(Subject.NO_USED_SEGMENTS);
        assertThat(none.isLoaded()).isFalse();

        server.answers(status(204));
        assertThat(time.finish(segments.loadStatus("ds")).subject()).isEqualTo(Subject.UNKNOWN_DATASOURCE);
    }

    @Test
    void theLoadStatusOfAllIsByDatasourceInEachForm() {
        server.answers(json("{\"a\":100.0,\"b\":50.0}"));
        assertThat(time.finish(segments.loadStatus()).get("b").percent()).isEqualTo(50);

        server.answers(json("{\"hot\":{\"a\":0,\"b\":1},\"cold\":{\"a\":0}}"));
        Map<String, LoadStatus> full = time.finish(segments.loadStatus(Form.FULL));
        assertThat(full.get("a").isLoaded()).isTrue();
        assertThat(full.get("b").tiers()).isEqualTo(Map.of("hot", 1L));

        server.answers(json("{}"));
        assertThat(time.finish(segments.loadStatus(Form.FULL))).isEmpty();
    }

    @Test
    void theCoordinatorIsAskedToMarkWhereTheOverlordCannot() {
        server.script((request, number) -> request.getTarget().startsWith("/druid/indexer")
                ? status(404)
                : json(
                        request.getTarget().contains("/segments/")
                                ? "{\"segmentStateChanged\":true}"
                                : "{\"numChangedSegments\":2}"));

        assertThat(time.finish(segments.markUnused("ds", MONTH)).numChangedSegments())
                .isEqualTo(2);
        assertThat(server.requests())
                .extracting(RecordedRequest::getTarget)
                .containsExactly(
                        "/druid/indexer/v1/datasources/ds/markUnused",
                        "/druid/coordinator/v1/datasources/ds/markUnused");
        assertThat(body(last())).isEqualTo("{\"interval\":\"2024-01-01/P1M\"}");
        assertThat(time.finish(segments.markUsed("ds", "ds_1")).numChangedSegments())
                .isEqualTo(1);
        assertThat(target()).isEqualTo("/druid/coordinator/v1/datasources/ds/segments/ds_1");
        time.finish(segments.markUsed("ds"));
        assertThat(last().getMethod()).isEqualTo("POST");
        time.finish(segments.markUnused("ds"));
        assertThat(last().getMethod()).isEqualTo("DELETE");
    }

    @Test
    void anOlderCoordinatorMayAnswerWithNothing() {
        server.script((request, number) -> status(request.getTarget().startsWith("/druid/indexer") ? 404 : 200));

        assertThat(time.finish(segments.markUsed("ds", "ds_1")).numChangedSegments())
                .isNull();
    }

    @Test
    void versionsGoToNobodyWhoWouldPassOverThem() {
        server.answers(status(404));

        assertThat(time.failure(segments.markUnused("ds", MONTH, NEW))).isInstanceOf(DruidHttpException.class);
        assertThat(server.requests())
                .extracting(RecordedRequest::getTarget)
                .containsExactly("/druid/indexer/v1/datasources/ds/markUnused");
    }

    @Test
    void whatTheOverlordRefusesIsNotAskedOfTheCoordinator() {
        server.answers(status(404, "{\"error\":\"not here\"}"));

        assertThat(time.failure(segments.markUnused("ds"))).hasMessageContaining("not here");
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void anIdOfAnotherDatasourceIsRefusedHere() {
        for (String id : List.of("ds", "other_1")) {
            assertThatThrownBy(() -> segments.markUsed("ds", List.of(id)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("those begin with ds_");
            assertThatThrownBy(() -> segments.segment("ds", id)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(server.requestCount()).isZero();
    }

    @Test
    void theServersOfASegmentAreTold() {
        server.answers(json("{\"2024-01-01T00:00:00.000Z/2024-01-02T00:00:00.000Z\":{\"ds_1\":{\"metadata\":"
                + segment(1, NEW) + ",\"servers\":[\"a:8083\",\"b:8083\"]}}}"));
        List<List<String>> servers = new ArrayList<>();

        assertThat(time.finish(segments.served("ds", segment -> servers.add(segment.servers()))))
                .isEqualTo(1);
        assertThat(servers).containsExactly(List.of("a:8083", "b:8083"));
        assertThat(target()).isEqualTo("/druid/coordinator/v1/datasources/ds/intervals?full");
    }

    @Test
    void segmentsAreSummedUpBySql() {
        server.answers(json("{\"datasource\":\"ds\",\"segments\":3,\"unavailable\":1,\"size\":10,"
                + "\"replicated_size\":20,\"num_rows\":5}\n\n"));

        SegmentSummary summary = time.finish(segments.summaries()).get("ds");
        assertThat(List.of(
                        summary.segments(),
                        summary.unavailable(),
                        summary.size(),
                        summary.replicatedSize(),
                        summary.numRows()))
                .containsExactly(3L, 1L, 10L, 20L, 5L);
    }

    @Test
    void whetherASegmentIsHandedOffIsAskedWithAllOfItsName() {
        server.answers(json("false"));

        assertThat(time.finish(segments.handoffComplete("ds", MONTH, 3, NEW))).isFalse();
        assertThat(target())
                .isEqualTo("/druid/coordinator/v1/datasources/ds/handoffComplete?interval=2024-01-01%2FP1M"
                        + "&partitionNumber=3&version=2026-11-20T13%3A49%3A57.951Z");
    }

    /** What a resource answers that does not find what it is asked for. */
    private static MockResponse absent() {
        return new MockResponse.Builder()
                .code(404)
                .setHeader("Content-Type", "application/json")
                .body(new Buffer())
                .build();
    }

    private RecordedRequest last() {
        return server.requests().get(server.requestCount() - 1);
    }

    private String target() {
        return last().getTarget();
    }

    private static String segment(int day, String version) {
        String start = "2024-01-0" + day + "T00:00:00.000Z";
        String end = "2024-01-0" + (day + 1) + "T00:00:00.000Z";
        return "{\"dataSource\":\"ds\",\"interval\":\"" + start + "/" + end + "\",\"version\":\"" + version
                + "\",\"loadSpec\":{\"type\":\"local\"},\"dimensions\":\"page,user\",\"metrics\":\"\",\"shardSpec\":"
                + "{\"type\":\"numbered\",\"partitionNum\":0,\"partitions\":1},\"binaryVersion\":9,\"size\":1900,"
                + "\"identifier\":\"ds_" + start + "_" + end + "_" + version + "\"}";
    }
}
