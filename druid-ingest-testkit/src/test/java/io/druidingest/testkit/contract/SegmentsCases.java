package io.druidingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.Segments;
import io.druidingest.client.UnusedSegmentsOptions.SortOrder;
import io.druidingest.client.model.DataSegment;
import io.druidingest.client.model.LoadStatus;
import io.druidingest.client.model.LoadStatus.Form;
import io.druidingest.client.model.LoadStatus.Subject;
import io.druidingest.client.model.ServedDataSource;
import io.druidingest.client.model.ServedSegment;
import io.druidingest.client.model.TaskState;
import io.druidingest.client.model.UnusedSegment;
import io.druidingest.spec.KillTask;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.Shows;
import io.druidingest.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What is told of segments, and how they are marked, whatever the version. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SegmentsCases {

    private static final Interval DAY1 = Interval.of("2026-01-01/2026-01-02");
    private static final Interval DAY2 = Interval.of("2026-01-02/2026-01-03");
    private static final Interval ALL = Interval.of("2026-01-01/2026-02-01");
    private static final Interval OTHER = Interval.of("2020-01-01/2021-01-01");
    private static final String NOBODY = "nobody knows it";

    private static final String UNKNOWN = NOBODY + "_2026-01-01T00:00:00.000Z_2026-01-02T00:00:00.000Z_v";

    private final Stage stage;
    private final DruidClient druid;
    /** Two days of which each has a segment that a newer one hides, and which is served. */
    private final String dataSource = Loads.newDataSource();

    private final Segments segments;

    SegmentsCases(Stage stage) {
        this.stage = stage;
        this.druid = stage.druid();
        this.segments = druid.segments();
    }

    @BeforeAll
    void load() {
        load(dataSource);
        load(dataSource);
    }

    @Test
    @Shows("GET /druid/coordinator/v1/metadata/datasources")
    void datasourcesAreThoseWithSegments() {
        assertThat(segments.dataSources().join()).contains(dataSource);
        String gone = Loads.newDataSource();
        load(gone);
        segments.markUnused(gone).join();
        awaitTrue(() -> !segments.dataSources().join().contains(gone));
        assertThat(segments.dataSourcesIncludingUnused().join()).contains(gone, dataSource);
    }

    @Test
    @Shows({
        "GET /druid/coordinator/v1/metadata/datasources/{datasource}/segments",
        "POST /druid/coordinator/v1/metadata/datasources/{datasource}/segments"
    })
    void usedSegmentsAreToldOneByOne() {
        List<DataSegment> told = new ArrayList<>();
        awaitTrue(() -> segments.usedIds(dataSource, id -> {}).join() >= 2);
        long count = segments.used(dataSource, told::add).join();
        assertThat(told).hasSize((int) count).allSatisfy(segment -> {
            assertThat(segment.dataSource()).isEqualTo(dataSource);
            assertThat(segment.dimensions()).containsExactly("page");
            assertThat(segment.metrics()).containsExactly("count", "added");
            assertThat(segment.size()).isPositive();
            assertThat(segment.shardSpec().type()).isEqualTo("numbered");
            assertThat(segment.shardSpec().partitionNum()).isZero();
            assertThat(segment.shardSpec().partitions()).isEqualTo(1);
            assertThat(segment.isTombstone()).isFalse();
            assertThat(segment.overshadowed()).isNull();
            assertThat(segment.id()).startsWith(dataSource + "_2026-01-0").endsWith(segment.version());
        });
        List<String> ids = new ArrayList<>();
        segments.usedIds(dataSource, ids::add).join();
        assertThat(ids).containsAll(told.stream().map(DataSegment::id).collect(Collectors.toList()));

        List<DataSegment> second = new ArrayList<>();
        segments.used(dataSource, List.of(DAY2), second::add).join();
        assertThat(second).isNotEmpty().extracting(DataSegment::interval).containsOnly(DAY2);
        List<String> secondIds = new ArrayList<>();
        assertThat(segments.usedIds(dataSource, List.of(DAY2), secondIds::add).join())
                .isEqualTo(second.size());
        assertThat(secondIds)
                .containsExactlyElementsOf(second.stream().map(DataSegment::id).collect(Collectors.toList()));
        assertThat(segments.usedIds(dataSource, List.of(OTHER), id -> {}).join())
                .isZero();
    }

    @Test
    void ofADatasourceThatIsNotKnownThereIsNothing() {
        assertThat(segments.used(NOBODY, s -> {}).join()).isZero();
        assertThat(segments.used(NOBODY, List.of(ALL), s -> {}).join()).isZero();
        assertThat(segments.unused(NOBODY, s -> {}).join()).isZero();
        assertThat(segments.segment(NOBODY, UNKNOWN).join()).isNull();
        assertThat(segments.served(NOBODY).join()).isNull();
        assertThat(segments.served(NOBODY, s -> {}).join()).isZero();
        assertThat(segments.servedIntervals(NOBODY).join()).isEmpty();
        assertThat(segments.timeline(NOBODY).join()).isEmpty();
        assertThat(segments.loadStatus(NOBODY).join().subject()).isEqualTo(Subject.UNKNOWN_DATASOURCE);
        assertThat(segments.markUnused(NOBODY).join().numChangedSegments()).isZero();
        assertThat(segments.markUnused(NOBODY, List.of(UNKNOWN)).join().numChangedSegments())
                .isZero();
    }

    @Test
    @Shows("GET /druid/coordinator/v1/metadata/segments")
    void ofAllSegmentsItIsToldWhetherTheyAreHidden() {
        awaitTrue(() -> {
            List<DataSegment> mine = new ArrayList<>();
            long count =
                    segments.allUsed(o -> o.dataSources(dataSource), mine::add).join();
            return count >= 2
                    && mine.stream()
                                    .filter(s -> Boolean.FALSE.equals(s.overshadowed()))
                                    .count()
                            == 2;
        });
        TreeSet<String> known = new TreeSet<>();
        long all = segments.allUsed(segment -> known.add(segment.dataSource())).join();
        assertThat(known).contains(dataSource);
        assertThat(all).isGreaterThanOrEqualTo(2);
        List<DataSegment> told = new ArrayList<>();
        segments.allUsed(o -> o.dataSources(dataSource, NOBODY).includeRealtimeSegments(true), told::add)
                .join();
        assertThat(told).isNotEmpty().allSatisfy(segment -> {
            assertThat(segment.dataSource()).isEqualTo(dataSource);
            assertThat(segment.realtime()).isFalse();
            assertThat(segment.overshadowed()).isNotNull();
        });
    }

    @Test
    @Shows({
        "GET /druid/coordinator/v1/metadata/datasources/{datasource}/segments/{segment}",
        "DELETE /druid/indexer/v1/datasources/{datasource}/segments/{segment}",
        "POST /druid/indexer/v1/datasources/{datasource}/segments/{segment}"
    })
    void aSegmentIsMarkedByItself() {
        String own = Loads.newDataSource();
        load(own);
        String id = ids(own, DAY1).get(0);
        awaitTrue(() -> segments.segment(own, id).join() != null);

        assertThat(segments.markUnused(own, id).join().numChangedSegments()).isEqualTo(1);
        assertThat(ids(own, ALL)).hasSize(1).doesNotContain(id);
        awaitTrue(() -> segments.segment(own, id).join() == null);
        assertThat(Objects.requireNonNull(
                                segments.segmentIncludingUnused(own, id).join())
                        .id())
                .isEqualTo(id);

        assertThat(segments.markUsed(own, id).join().numChangedSegments()).isEqualTo(1);
        awaitTrue(() -> ids(own, ALL).contains(id));
    }

    @Test
    @Shows({
        "POST /druid/indexer/v1/datasources/{datasource}/markUsed",
        "POST /druid/indexer/v1/datasources/{datasource}/markUnused",
        "POST /druid/indexer/v1/datasources/{datasource}",
        "DELETE /druid/indexer/v1/datasources/{datasource}"
    })
    void segmentsAreMarkedByTimeVersionIdAndAllTogether() {
        String own = Loads.newDataSource();
        load(own);
        List<String> all = ids(own, ALL);
        String version = all.get(0).substring(all.get(0).lastIndexOf('_') + 1);

        assertThat(segments.markUnused(own, DAY1).join().numChangedSegments()).isEqualTo(1);
        assertThat(segments.markUsed(own, DAY1, "2020-01-01T00:00:00.000Z")
                        .join()
                        .numChangedSegments())
                .isZero();
        assertThat(segments.markUsed(own, DAY1, version).join().numChangedSegments())
                .isEqualTo(1);
        assertThat(segments.markUnused(own, all).join().numChangedSegments()).isEqualTo(2);
        assertThat(segments.markUsed(own, all).join().numChangedSegments()).isEqualTo(2);
        assertThat(segments.markUnused(own, ALL, "2020-01-01T00:00:00.000Z")
                        .join()
                        .numChangedSegments())
                .isZero();
        assertThat(segments.markUnused(own).join().numChangedSegments()).isEqualTo(2);
        assertThat(ids(own, ALL)).isEmpty();
        assertThat(segments.markUsed(own).join().numChangedSegments()).isEqualTo(2);
        awaitTrue(() -> ids(own, ALL).containsAll(all));

        assertThatThrownBy(() -> segments.markUsed(own, List.of(own + "_no_id")).join())
                .cause()
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("_no_id");
    }

    @Test
    @Shows("GET /druid/coordinator/v1/metadata/datasources/{datasource}/unusedSegments")
    void unusedSegmentsAreToldByPagesUntilTheyAreKilled() {
        String own = Loads.newDataSource();
        load(own);
        List<String> all = ids(own, ALL);
        segments.markUnused(own).join();

        List<UnusedSegment> told = new ArrayList<>();
        assertThat(segments.unused(own, told::add).join()).isEqualTo(2);
        assertThat(told).allSatisfy(unused -> {
            assertThat(unused.createdDate()).isNotNull();
            assertThat(unused.usedStatusLastUpdatedDate()).isNotNull();
            assertThat(unused.upgradedFromSegmentId()).isNull();
            assertThat(all).contains(unused.dataSegment().id());
        });
        assertThat(segments.unused(own, o -> o.interval(DAY2), told::add).join())
                .isEqualTo(1);
        List<String> pages = new ArrayList<>();
        segments.unused(
                        own,
                        o -> o.limit(1).sortOrder(SortOrder.ASC),
                        s -> pages.add(s.dataSegment().id()))
                .join();
        segments.unused(
                        own,
                        o -> o.limit(1).sortOrder(SortOrder.ASC).lastSegmentId(pages.get(0)),
                        s -> pages.add(s.dataSegment().id()))
                .join();
        assertThat(pages).containsExactlyInAnyOrderElementsOf(all).isSorted();

        KillTask kill = KillTask.of(k -> k.dataSource(own).interval(ALL));
        assertThat(stage.await(druid.tasks().submit(kill).thenCompose(task -> task.completion()))
                        .state())
                .isEqualTo(TaskState.SUCCESS);
        assertThat(segments.unused(own, s -> {}).join()).isZero();
    }

    @Test
    void theTimelineHasWhatIsNotHidden() {
        Map<Interval, List<DataSegment>> timeline =
                segments.timeline(dataSource, List.of(ALL)).join();
        assertThat(timeline.keySet()).containsExactly(DAY1, DAY2);
        assertThat(timeline.values()).allSatisfy(part -> assertThat(part).hasSize(1));
        assertThat(segments.timeline(dataSource, List.of(DAY2)).join()).containsOnlyKeys(DAY2);
        awaitTrue(() -> segments.timeline(dataSource).join().equals(timeline));
    }

    @Test
    @Shows({
        "GET /druid/coordinator/v1/datasources/{datasource}/loadstatus",
        "GET /druid/coordinator/v1/loadstatus",
        "GET /druid/coordinator/v1/loadqueue"
    })
    void theLoadStatusIsToldInEachForm() {
        LoadStatus percent =
                segments.loadStatus(dataSource, o -> o.interval(ALL)).join();
        assertThat(percent.percent()).isEqualTo(100);
        assertThat(percent.isLoaded()).isTrue();
        LoadStatus simple = segments.loadStatus(
                        dataSource, o -> o.interval(ALL).form(Form.SIMPLE).forceMetadataRefresh(true))
                .join();
        assertThat(simple.segmentsToLoad()).isZero();
        assertThat(simple.isLoaded()).isTrue();
        for (Form form : List.of(Form.FULL, Form.FULL_BY_CLUSTER_VIEW)) {
            LoadStatus full = segments.loadStatus(
                            dataSource, o -> o.interval(ALL).form(form))
                    .join();
            assertThat(full.tiers()).containsKey("_default_tier");
        }
        assertThat(segments.loadStatus(dataSource, o -> o.interval(OTHER))
                        .join()
                        .subject())
                .isEqualTo(Subject.NO_USED_SEGMENTS);

        awaitTrue(() -> percent.equals(segments.loadStatus().join().get(dataSource)));
        awaitTrue(() -> simple.equals(segments.loadStatus(Form.SIMPLE).join().get(dataSource)));
        for (Form form : List.of(Form.FULL, Form.FULL_BY_CLUSTER_VIEW)) {
            assertThat(segments.loadStatus(form).join().get(dataSource).tiers()).containsKey("_default_tier");
        }
        assertThat(segments.loadQueue().join()).isNotEmpty().allSatisfy((server, queue) -> {
            assertThat(server).contains(":");
            assertThat(queue.segmentsToLoad()).isNotNegative();
        });
    }

    @Test
    @Shows("GET /druid/coordinator/v1/datasources/{datasource}/handoffComplete")
    void whatIsServedIsHandedOff() {
        DataSegment segment =
                segments.timeline(dataSource, List.of(DAY1)).join().get(DAY1).get(0);
        assertThat(segments.handoffComplete(dataSource, segment.interval(), 0, segment.version())
                        .join())
                .isTrue();
        assertThat(segments.handoffComplete(dataSource, segment.interval(), 0, "2099-01-01T00:00:00.000Z")
                        .join())
                .isFalse();
    }

    @Test
    @Shows({
        "GET /druid/coordinator/v1/datasources",
        "GET /druid/coordinator/v1/datasources/{datasource}",
        "GET /druid/coordinator/v1/datasources/{datasource}/intervals"
    })
    void whatIsServedIsToldWithItsServers() {
        assertThat(segments.servedDataSources().join()).contains(dataSource);
        ServedDataSource served =
                Objects.requireNonNull(segments.served(dataSource).join());
        assertThat(served.segments().count()).isGreaterThanOrEqualTo(2);
        assertThat(served.segments().size()).isPositive();
        assertThat(served.replicatedSize()).isPositive();
        assertThat(served.tiers()).containsOnlyKeys("_default_tier");
        assertThat(served.tiers().get("_default_tier").count()).isPositive();
        assertThat(served.minTime()).isEqualTo(DAY1.start());
        assertThat(served.maxTime()).isEqualTo(DAY2.end());

        assertThat(segments.servedIntervals(dataSource).join())
                .containsOnlyKeys(DAY1, DAY2)
                .allSatisfy((interval, total) -> {
                    assertThat(total.count()).isPositive();
                    assertThat(total.size()).isPositive();
                });
        List<ServedSegment> told = new ArrayList<>();
        assertThat(segments.served(dataSource, told::add).join()).isEqualTo(told.size());
        assertThat(told).hasSizeGreaterThanOrEqualTo(2).allSatisfy(segment -> {
            assertThat(segment.metadata().dataSource()).isEqualTo(dataSource);
            assertThat(segment.servers()).isNotEmpty().allMatch(server -> server.contains(":"));
        });
    }

    /** What stands in {@code docs/client.md}. */
    @Test
    void theGuideTellsTheTruth() {
        LongAdder bytes = new LongAdder();
        long count = druid.segments()
                .used(dataSource, segment -> bytes.add(segment.size()))
                .join();
        assertThat(bytes.sum()).isGreaterThan(count);

        LoadStatus status = druid.segments()
                .loadStatus(
                        dataSource,
                        o -> o.interval(Interval.of("2026-01-01/P1M")).forceMetadataRefresh(true))
                .join();
        boolean done = status.isLoaded() || status.subject() == Subject.NO_USED_SEGMENTS;
        assertThat(done).isTrue();
    }

    private List<String> ids(String dataSource, Interval interval) {
        List<String> ids = new ArrayList<>();
        segments.usedIds(dataSource, List.of(interval), ids::add).join();
        return ids;
    }

    /** Loads two days, and waits until they are served. */
    private void load(String target) {
        stage.finds(p -> p.rows(10));
        assertThat(stage.await(druid.tasks()
                                .submit(Loads.inline(target, Loads.rows(10)))
                                .thenCompose(task -> task.completion()))
                        .state())
                .isEqualTo(TaskState.SUCCESS);
        awaitTrue(() -> segments.loadStatus(target, o -> o.interval(ALL).forceMetadataRefresh(true))
                .join()
                .isLoaded());
    }

    /** The Coordinator sees changes within a second. */
    private void awaitTrue(BooleanSupplier condition) {
        stage.until("the Coordinator to see it", condition);
    }
}
