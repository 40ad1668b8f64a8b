package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.SampleResult;
import io.druidingest.client.model.TaskReport;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the fake makes of inline data: rows, segments, samples and counts. */
@ExtendWith(FakeOverlordExtension.class)
@Timeout(20)
class FakeDataTest {

    /** Five rows of two days, three lines that are none, and one row of another year. */
    private static final String DATA = Loads.rows(5) + "\n{broken\n{\"time\":\"yesterday\",\"page\":\"p\"}\n[]"
            + "\n{\"time\":\"2025-12-31T23:00:00Z\",\"page\":\"p\",\"added\":1}";

    private final IndexParallelTask load = Loads.inline("wikipedia", DATA);

    @Test
    void rowsAndSegmentsFollowFromTheData(FakeOverlord overlord, DruidClient druid) {
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.await(task.queryable());

        TaskReport report = overlord.await(task.report());
        assertThat(report.rows().processed()).isEqualTo(5);
        assertThat(report.rows().unparseable()).isEqualTo(3);
        assertThat(report.rows().thrownAway()).isEqualTo(1);
        assertThat(sql(overlord, druid, "SELECT COUNT(*) FROM wikipedia")).containsExactly(Map.of("EXPR$0", 5L));
        assertThat(
                        sql(
                                overlord,
                                druid,
                                "SELECT \"start\", num_rows FROM sys.segments WHERE datasource = 'wikipedia' AND is_active = 1"))
                .containsExactly(
                        Map.of("start", "2026-01-01T00:00:00.000Z", "num_rows", 3L),
                        Map.of("start", "2026-01-02T00:00:00.000Z", "num_rows", 2L));
    }

    @Test
    void aPlanKnowsBetter(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(p -> p.rows(7).withoutLog());
        TaskHandle task = overlord.await(druid.tasks().submit(load));
        overlord.await(task.queryable());

        assertThat(overlord.await(task.report()).rows().processed()).isEqualTo(7);
        assertThat(sql(overlord, druid, "SELECT COUNT(*) FROM wikipedia")).containsExactly(Map.of("EXPR$0", 7L));
    }

    @Test
    void aTableThatThereIsNotIsRefused(FakeOverlord overlord, DruidClient druid) {
        assertThatThrownBy(() -> sql(overlord, druid, "SELECT 1\nFROM nowhere"))
                .hasCauseInstanceOf(DruidHttpException.class)
                .hasMessageContaining("Object 'nowhere' not found (line [2], column [6])");
    }

    private static List<Map<String, @Nullable Object>> sql(FakeOverlord overlord, DruidClient druid, String statement) {
        return overlord.await(druid.sql().query(statement));
    }

    @Test
    void aSampleShowsEachRowOrWhyItIsNone(FakeOverlord overlord, DruidClient druid) {
        SampleResult sample = overlord.await(druid.tasks().sample(load, o -> o.numRows(100)));

        assertThat(sample.numRowsRead()).isEqualTo(9);
        assertThat(sample.numRowsIndexed()).isEqualTo(6);
        assertThat(sample.columns())
                .containsEntry("__time", "LONG")
                .containsEntry("page", "STRING")
                .containsEntry("count", "LONG")
                .containsEntry("added", "LONG");
        assertThat(sample.rows().get(1).parsed().path("page").asText()).isEqualTo("p1");
        assertThat(sample.rows().get(5).error()).isEqualTo("Unable to parse row [{broken] into JSON (Line: 6)");
        assertThat(sample.rows().get(6).error())
                .isEqualTo("Timestamp[yesterday] is unparseable! Event: {time=yesterday, page=p} (Line: 7)");
        assertThat(overlord.await(druid.tasks().sample(load, o -> o.numRows(2))).rows())
                .hasSize(2);
        assertThat(overlord.tasks()).isEmpty();
    }
}
