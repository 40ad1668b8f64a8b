package io.druidingest.client.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.internal.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Reports as Druid wrote them. */
class TaskReportTest {

    @Test
    void aLoadTellsItsRows() throws IOException {
        TaskReport report = recorded("index_parallel");

        assertThat(report.rows().processed()).isEqualTo(4);
        assertThat(report.rows().processedBytes()).isEqualTo(245);
        assertThat(report.rows().unparseable()).isEqualTo(1);
        assertThat(report.rows().loaded()).isEqualTo(4);
        assertThat(report.rows().read()).isEqualTo(5);
        assertThat(report.segmentsPublished()).hasValue(3);
        assertThat(report.segmentsRead()).isEmpty();
        assertThat(report.errorMessage()).isNull();
        assertThat(report.ingestions()).singleElement().satisfies(part -> {
            assertThat(part.ingestionState()).isEqualTo("COMPLETED");
            assertThat(part.rowsByPhase()).containsOnlyKeys("determinePartitions", "buildSegments");
            assertThat(part.isSegmentAvailabilityConfirmed()).isFalse();
            assertThat(part.segmentAvailabilityWaitTime()).isZero();
            assertThat(part.movingAverages()).isEmpty();
            assertThat(part.recordsProcessed()).isEmpty();
        });
        assertThat(report.multiStageQuery()).isNull();
        assertThat(report.killUnusedSegments()).isNull();
        assertThat(report.json().has("taskContext")).isTrue();
    }

    @Test
    void aTaskThatFailedTellsWhyAndOfWhichRows() throws IOException {
        TaskReport report = recorded("failed");

        assertThat(report.errorMessage()).contains("Max parse exceptions[0] exceeded");
        assertThat(report.ingestions().get(0).ingestionState()).isEqualTo("DETERMINE_PARTITIONS");
        assertThat(report.parseErrors())
                .singleElement()
                .satisfies(e -> assertThat(e.input()).isEqualTo("nope"));
        assertThat(report.rows().read()).isZero();
    }

    @Test
    void aCompactionTellsOfAllItsParts() throws IOException {
        assertThat(recorded("compact").rows().processed()).isEqualTo(2);
        assertThat(recorded("compact").segmentsRead()).hasValue(2);
        assertThat(recorded("compact").segmentsPublished()).hasValue(1);

        TaskReport three = report("{" + part("_0", 2, "null") + "," + part("_1", 3, "\"broken\"")
                + ",\"taskContext_0\":{}," + part("_2", 4, "null") + "}");
        assertThat(three.ingestions()).hasSize(3);
        assertThat(three.rows().processed()).isEqualTo(9);
        assertThat(three.rows().thrownAwayByReason()).isEqualTo(Map.of("filtered", 3L));
        assertThat(three.segmentsPublished()).hasValue(9);
        assertThat(three.errorMessage()).isEqualTo("broken");
    }

    private static String part(String suffix, int rows, String errorMsg) {
        return "\"ingestionStatsAndErrors" + suffix + "\":{\"payload\":{\"rowStats\":{\"buildSegments\":{\"processed\":"
                + rows
                + ",\"thrownAwayByReason\":{\"filtered\":1}}},\"errorMsg\":" + errorMsg + ",\"segmentsPublished\":"
                + rows
                + "}}";
    }

    @Test
    void aTaskThatRunsTellsTotalsAndAverages() throws IOException {
        IngestionReport live = report(
                        "{\"ingestionStatsAndErrors\":{\"payload\":{\"ingestionState\":\"BUILD_SEGMENTS\","
                                + "\"unparseableEvents\":{\"buildSegments\":[{\"input\":\"x\",\"errorType\":\"unparseable\",\"details\":[\"no\"],"
                                + "\"timeOfExceptionMillis\":1}]},\"rowStats\":{\"movingAverages\":{\"buildSegments\":{\"5m\":{\"processed\":"
                                + "3.392158326408501,\"unparseable\":0.0},\"1m\":{\"processed\":4.5}}},\"totals\":{\"buildSegments\":{"
                                + "\"processed\":5,\"processedWithError\":1,\"thrownAway\":2,\"unparseable\":1}}},\"errorMsg\":null,"
                                + "\"recordsProcessed\":{\"0\":7}}}}")
                .ingestions()
                .get(0);

        assertThat(live.rows().loaded()).isEqualTo(6);
        assertThat(live.rows().read()).isEqualTo(9);
        assertThat(live.rowsByPhase()).containsOnlyKeys("buildSegments");
        assertThat(live.movingAverages()).isEqualTo(Map.of("5m", 3.392158326408501, "1m", 4.5));
        assertThat(live.recordsProcessed()).isEqualTo(Map.of("0", 7L));
        assertThat(live.segmentsPublished()).isEmpty();
        assertThat(live.parseErrors())
                .singleElement()
                .satisfies(e -> assertThat(e.details()).containsExactly("no"));
    }

    @Test
    void anSqlTaskTellsItsStages() throws IOException {
        TaskReport report = recorded("query_controller");
        MsqReport sql = Objects.requireNonNull(report.multiStageQuery());

        assertThat(sql.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(sql.duration()).hasMillis(755);
        assertThat(sql.errorCode()).isNull();
        assertThat(report.errorMessage()).isNull();
        assertThat(report.rows().processed()).isEqualTo(2);
        assertThat(report.rows().unparseable()).isZero();
        assertThat(report.segmentsPublished()).isEmpty();
        assertThat(sql.stages()).extracting(MsqStage::processor).containsExactly("scan", "segmentGenerator");
        assertThat(sql.stages().get(0)).satisfies(stage -> {
            assertThat(stage.stageNumber()).isZero();
            assertThat(stage.phase()).isEqualTo("FINISHED");
            assertThat(stage.workerCount()).isEqualTo(1);
            assertThat(stage.duration()).hasMillis(513);
            assertThat(stage.outputRows()).isEqualTo(2);
            assertThat(stage.rowsWritten()).isZero();
        });
        assertThat(sql.stages().get(1).inputRows()).isEqualTo(2);
        assertThat(sql.stages().get(1).rowsWritten()).isEqualTo(2);
    }

    @Test
    void anSqlTaskThatFailedTellsWhyAndHowManyRowsItCouldNotRead() throws IOException {
        TaskReport report =
                report("{\"multiStageQuery\":{\"payload\":{\"status\":{\"status\":\"FAILED\",\"errorReport\":{"
                        + "\"taskId\":\"q\",\"error\":{\"errorCode\":\"TooManyWarnings\",\"errorMessage\":\"Too many warnings\"}},"
                        + "\"segmentLoadWaiterStatus\":{\"totalSegments\":3}},\"stages\":[{\"stageNumber\":0}],\"counters\":{\"0\":{"
                        + "\"0\":{\"warnings\":{\"type\":\"warnings\",\"CannotParseExternalData\":2}},"
                        + "\"1\":{\"warnings\":{\"type\":\"warnings\",\"CannotParseExternalData\":1}}}}}}}");

        assertThat(report.errorMessage()).isEqualTo("Too many warnings");
        assertThat(report.rows().unparseable()).isEqualTo(3);
        assertThat(report.segmentsPublished()).hasValue(3);
        assertThat(Objects.requireNonNull(report.multiStageQuery()))
                .satisfies(sql -> assertThat(sql.errorCode()).isEqualTo("TooManyWarnings"))
                .satisfies(sql -> assertThat(sql.stages().get(0).phase()).isNull());
    }

    @Test
    void aKillTaskTellsHowManySegmentsAreGone() throws IOException {
        TaskReport report = report("{\"killUnusedSegments\":{\"type\":\"killUnusedSegments\",\"taskId\":\"k\","
                + "\"payload\":{\"numSegmentsKilled\":3,\"numBatchesProcessed\":2}}}");

        assertThat(report.killUnusedSegments()).satisfies(kill -> {
            assertThat(kill.numSegmentsKilled()).isEqualTo(3);
            assertThat(kill.numBatchesProcessed()).isEqualTo(2);
        });
        assertThat(report.rows().json()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsKept() throws IOException {
        TaskReport report = report("{\"somethingNew\":{\"payload\":{\"a\":1}}}");

        assertThat(report.rows().read()).isZero();
        assertThat(report.ingestions()).isEmpty();
        assertThat(report.segmentsPublished()).isEmpty();
        assertThat(report.json().at("/somethingNew/payload/a").asInt()).isEqualTo(1);
    }

    private static TaskReport report(String json) throws IOException {
        return TaskReport.of(Json.tree(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static TaskReport recorded(String name) throws IOException {
        try (InputStream json = TaskReportTest.class.getResourceAsStream("/reports/" + name + ".json")) {
            return TaskReport.of(Json.tree(Objects.requireNonNull(json)));
        }
    }
}
