package io.druidingest.client;

import static io.druidingest.client.TestServer.body;
import static io.druidingest.client.TestServer.json;
import static io.druidingest.client.TestServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.model.AutoCompactionSnapshot;
import io.druidingest.client.model.CompactionChange;
import io.druidingest.coordinator.ClusterCompactionConfig;
import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.coordinator.CompactionEngine;
import io.druidingest.unit.Interval;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompactionTest {

    /** As Druid 33 answers. */
    private static final String CONFIG = "{\"type\":\"inline\",\"dataSource\":\"ds\",\"taskPriority\":25,"
            + "\"inputSegmentSizeBytes\":100000000000000,\"maxRowsPerSegment\":null,\"skipOffsetFromLatest\":\"P1D\","
            + "\"tuningConfig\":null,\"granularitySpec\":null,\"dimensionsSpec\":null,\"metricsSpec\":null,"
            + "\"transformSpec\":null,\"projections\":null,\"ioConfig\":null,\"engine\":null,\"taskContext\":null}";

    private static final String SNAPSHOT = "{\"dataSource\":\"ds\",\"scheduleStatus\":\"RUNNING\",\"message\":null,"
            + "\"bytesAwaitingCompaction\":1,\"bytesCompacted\":2,\"bytesSkipped\":3,"
            + "\"segmentCountAwaitingCompaction\":4,\"segmentCountCompacted\":5,\"segmentCountSkipped\":6,"
            + "\"intervalCountAwaitingCompaction\":7,\"intervalCountCompacted\":8,\"intervalCountSkipped\":9}";

    private final ManualTime time = new ManualTime();
    private final TestServer server = TestServer.start();
    private final DruidClient druid =
            Overheard.client().url(server.uri().toString()).time(time).build();
    private final Compaction compaction = druid.compaction();

    @AfterEach
    void close() {
        druid.close();
        server.close();
    }

    /** A cluster whose Overlord knows nothing of compaction. */
    private void before33(MockResponse answer) {
        server.script((request, number) -> request.getTarget().startsWith("/druid/indexer") ? status(404) : answer);
    }

    @Test
    void aConfigIsReadFromTheOverlord() {
        server.answers(json(CONFIG));
        CompactionConfig config = time.finish(compaction.config("ds"));

        assertThat(config.dataSource()).isEqualTo("ds");
        assertThat(config.taskPriority()).isEqualTo(25);
        assertThat(target()).isEqualTo("/druid/indexer/v1/compaction/config/datasources/ds");

        server.answers(json("{\"compactionConfigs\":[" + CONFIG + "]}"));
        assertThat(time.finish(compaction.configs())).containsExactly(config);
    }

    @Test
    void orFromTheCoordinatorOfAnOlderCluster() {
        before33(json(CONFIG));
        assertThat(time.finish(compaction.config("ds")).dataSource()).isEqualTo("ds");
        assertThat(target()).isEqualTo("/druid/coordinator/v1/config/compaction/ds");

        before33(json("{\"compactionConfigs\":[" + CONFIG + "],\"compactionTaskSlotRatio\":0.2,"
                + "\"maxCompactionTaskSlots\":7,\"useAutoScaleSlots\":false}"));
        assertThat(time.finish(compaction.configs())).hasSize(1);
        ClusterCompactionConfig cluster = time.finish(compaction.clusterConfig());
        assertThat(cluster.compactionTaskSlotRatio()).isEqualTo(0.2);
        assertThat(cluster.maxCompactionTaskSlots()).isEqualTo(7);
        assertThat(cluster.properties()).containsOnlyKeys("useAutoScaleSlots");
        assertThat(target()).isEqualTo("/druid/coordinator/v1/config/compaction");
    }

    @Test
    void whatAnOlderClusterDoesNotHaveIsRememberedForAWhile() {
        before33(json(CONFIG));
        time.finish(compaction.config("ds"));
        assertThat(server.requestCount()).isEqualTo(2);

        time.finish(compaction.config("ds"));
        time.finish(druid.with(r -> r.author("ops")).compaction().config("ds"));
        assertThat(server.requestCount()).isEqualTo(4);

        time.advance(Duration.ofMinutes(6));
        time.finish(compaction.config("ds"));
        assertThat(server.requestCount()).isEqualTo(6);
    }

    @Test
    void aClusterThatIsUpgradedIsFollowed() {
        before33(json(CONFIG));
        time.finish(compaction.config("ds"));
        server.script(
                (request, number) -> request.getTarget().startsWith("/druid/coordinator") ? status(404) : json(CONFIG));

        assertThat(time.finish(compaction.config("ds")).dataSource()).isEqualTo("ds");
        int asked = server.requestCount();
        time.finish(compaction.config("ds"));
        assertThat(server.requestCount()).isEqualTo(asked + 1);
    }

    @Test
    void aConfigThatBreaksARuleIsReadAsItIs() {
        String broken = CONFIG.replace("\"ds\"", "\"broken\"").replace("100000000000000", "-1");
        server.answers(json("{\"compactionConfigs\":[" + CONFIG + "," + broken + "]}"));

        assertThat(time.finish(compaction.configs()))
                .extracting(CompactionConfig::dataSource)
                .containsExactly("ds", "broken");
    }

    @Test
    void whatIsNotSetIsNullInEachVersion() {
        server.answers(absent("{\"error\":\"druidException\",\"errorCode\":\"notFound\",\"errorMessage\":"
                + "\"Datasource compaction config does not exist\",\"context\":{}}"));
        assertThat(time.finish(compaction.config("ds"))).isNull();
        time.finish(compaction.delete("ds"));
        assertThat(server.requestCount()).isEqualTo(2);

        before33(absent(""));
        assertThat(time.finish(compaction.config("ds"))).isNull();
        time.finish(compaction.delete("ds"));
        assertThat(last().getMethod() + " " + target()).isEqualTo("DELETE /druid/coordinator/v1/config/compaction/ds");
    }

    @Test
    void aClusterThatKnowsNeitherPathIsAnError() {
        server.answers(status(404));

        assertThat(time.failure(compaction.config("ds")))
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("managementProxy");
    }

    @Test
    void aConfigIsSetInEachVersion() {
        CompactionConfig config = CompactionConfig.inline("ds", c -> c.skipOffsetFromLatest("P2D"));
        server.answers(json("{\"success\":true}"));
        time.finish(compaction.set(config));
        assertThat(target()).isEqualTo("/druid/indexer/v1/compaction/config/datasources/ds");

        before33(status(200)); // with nothing
        time.finish(compaction.set(config));
        assertThat(target()).isEqualTo("/druid/coordinator/v1/config/compaction");
        assertThat(body(last())).contains("\"dataSource\":\"ds\"").contains("\"P2D\"");
    }

    @Test
    void anOlderClusterTakesTaskSlotsAndNothingElse() {
        before33(status(200));
        time.finish(compaction.setClusterConfig(
                ClusterCompactionConfig.of(c -> c.compactionTaskSlotRatio(0.2).maxCompactionTaskSlots(7))));
        assertThat(target()).isEqualTo("/druid/coordinator/v1/config/compaction/taskslots?ratio=0.2&max=7");

        assertThat(time.failure(compaction.setClusterConfig(
                        ClusterCompactionConfig.of(c -> c.engine(CompactionEngine.NATIVE)))))
                .isInstanceOf(DruidHttpException.class);
        assertThat(target()).isEqualTo("/druid/indexer/v1/compaction/config/cluster");
    }

    @Test
    void theStatusIsToldInEachVersion() {
        server.answers(json(SNAPSHOT));
        AutoCompactionSnapshot status = time.finish(compaction.status("ds"));
        assertThat(status.scheduleStatus()).isEqualTo("RUNNING");
        assertThat(status.message()).isNull();
        assertThat(List.of(
                        status.bytesAwaitingCompaction(),
                        status.bytesCompacted(),
                        status.bytesSkipped(),
                        status.segmentCountAwaitingCompaction(),
                        status.segmentCountCompacted(),
                        status.segmentCountSkipped(),
                        status.intervalCountAwaitingCompaction(),
                        status.intervalCountCompacted(),
                        status.intervalCountSkipped()))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);

        before33(json("{\"latestStatus\":[" + SNAPSHOT + "]}"));
        assertThat(time.finish(compaction.status("ds"))).isEqualTo(status);
        assertThat(target()).isEqualTo("/druid/coordinator/v1/compaction/status?dataSource=ds");
        assertThat(time.finish(compaction.statuses())).containsExactly(status);

        before33(absent("{\"error\":\"Unknown DataSource\"}"));
        assertThat(time.finish(compaction.status("ds"))).isNull();
    }

    @Test
    void theHistoryIsToldInEachVersion() {
        String entry = "{\"globalConfig\":{\"compactionTaskSlotRatio\":0.1,\"maxCompactionTaskSlots\":5},"
                + "\"compactionConfig\":" + CONFIG + ",\"auditInfo\":{\"author\":\"ops\",\"comment\":\"ticket 1\"},"
                + "\"auditTime\":\"2026-11-20T13:50:12.912Z\"}";
        server.answers(json("{\"entries\":[" + entry + "]}"));
        CompactionChange change = time.finish(compaction.history("ds", 1)).get(0);
        assertThat(change.compactionConfig().dataSource()).isEqualTo("ds");
        assertThat(change.globalConfig().maxCompactionTaskSlots()).isEqualTo(5);
        assertThat(change.author() + ": " + change.comment()).isEqualTo("ops: ticket 1");

        before33(json("[" + entry + "]"));
        assertThat(time.finish(compaction.history("ds", Interval.of("2026-01-01/P1Y"))))
                .containsExactly(change);
        assertThat(target()).isEqualTo("/druid/coordinator/v1/config/compaction/ds/history?interval=2026-01-01%2FP1Y");

        server.answers(json("{\"entries\":[{\"globalConfig\":null,\"compactionConfig\":null,\"auditInfo\":null}]}"));
        CompactionChange bare = time.finish(compaction.history("ds", 1)).get(0);
        assertThat(bare.compactionConfig()).isNull();
        assertThat(bare.globalConfig()).isNull();
        assertThat(bare.auditTime()).isNull();
        assertThat(bare.author()).isEmpty();
    }

    @Test
    void aSimulationIsATableForEachState() {
        server.answers(json("{\"compactionStates\":{\"PENDING\":{\"columnNames\":[\"dataSource\",\"numSegments\"],"
                + "\"rows\":[[\"ds\",3]]}}}"));

        Map<String, ?> row = time.finish(
                        compaction.simulate(ClusterCompactionConfig.of(c -> c.maxCompactionTaskSlots(2))))
                .compactionStates()
                .get("PENDING")
                .get(0);
        assertThat(row).hasToString("{dataSource=\"ds\", numSegments=3}");
    }

    private static MockResponse absent(String body) {
        return new MockResponse.Builder()
                .code(404)
                .body(body)
                .setHeader("Content-Type", "application/json")
                .build();
    }

    private RecordedRequest last() {
        return server.requests().get(server.requestCount() - 1);
    }

    private String target() {
        return last().getTarget();
    }
}
