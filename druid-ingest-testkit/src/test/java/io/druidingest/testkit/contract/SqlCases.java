package io.druidingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.druidingest.client.DruidClient;
import io.druidingest.client.ExtensionMissingException;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.SegmentSummary;
import io.druidingest.testkit.Loads;
import io.druidingest.testkit.Shows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** How statements are answered: those that a user sends, and those that the library sends by itself. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SqlCases {

    private final Stage stage;
    private final DruidClient druid;
    private final String table = Loads.newDataSource();

    SqlCases(Stage stage) {
        this.stage = stage;
        this.druid = stage.druid();
    }

    /** A row of the table. */
    static final class Edit {

        @JsonProperty
        private String page;

        @JsonProperty
        private int added;
    }

    @BeforeAll
    void load() {
        stage.finds(p -> p.rows(10));
        stage.await(druid.tasks().submit(Loads.inline(table, Loads.rows(10))).thenCompose(TaskHandle::queryable));
    }

    @Test
    @Shows("POST /druid/v2/sql")
    void rowsAreMaps() {
        String sql = "SELECT page, added FROM \"" + table + "\" WHERE added < 2";
        stage.gives(sql, List.of(Map.of("page", "p0", "added", 0), Map.of("page", "p1", "added", 1)));

        assertThat(stage.await(druid.sql().query(sql)))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).containsOnlyKeys("page", "added"))
                .extracting(row -> row.get("page"), row -> ((Number) row.get("added")).intValue())
                .containsExactlyInAnyOrder(tuple("p0", 0), tuple("p1", 1));
    }

    @Test
    void rowsAreObjectsOfAClass() {
        String sql = "SELECT page, added FROM \"" + table + "\" WHERE page = ?";
        stage.gives(sql, List.of(Map.of("page", "p3", "added", 3)));

        List<Edit> edits = stage.await(druid.sql().query(Edit.class, sql, "p3"));

        assertThat(edits).singleElement().satisfies(edit -> {
            assertThat(edit.page).isEqualTo("p3");
            assertThat(edit.added).isEqualTo(3);
        });
    }

    @Test
    void rowsAreStreamedAndCounted() {
        String sql = "SELECT page FROM \"" + table + "\" WHERE added < 3";
        stage.gives(sql, List.of(Map.of("page", "p0"), Map.of("page", "p1"), Map.of("page", "p2")));

        List<Object> pages = new ArrayList<>();
        long count = stage.await(druid.sql().query(sql, o -> o, row -> pages.add(row.get("page"))));

        assertThat(count).isEqualTo(3);
        assertThat(pages).containsExactlyInAnyOrder("p0", "p1", "p2");
    }

    @Test
    void thereCanBeNoRow() {
        String sql = "SELECT page FROM \"" + table + "\" WHERE page = 'nobody'";
        stage.gives(sql, List.of());

        assertThat(stage.await(druid.sql().query(sql))).isEmpty();
    }

    @Test
    void segmentsAreSummedUp() {
        stage.until("the Broker to count the rows of what it serves", () -> {
            SegmentSummary summary = stage.await(druid.segments().summaries()).get(table);
            return summary != null && summary.numRows() == 10;
        });

        SegmentSummary summary = stage.await(druid.segments().summaries()).get(table);
        assertThat(summary.segments()).isEqualTo(2);
        assertThat(summary.unavailable()).isZero();
        assertThat(summary.size()).isPositive();
        assertThat(summary.replicatedSize()).isEqualTo(summary.size());
    }

    @Test
    void whatIsNotThereIsNotSummedUp() {
        assertThat(stage.await(druid.segments().summaries())).doesNotContainKey("nobody knows it");
    }

    @Test
    void aQueryThatIsNotThereCannotBeCancelled() {
        assertThat(stage.await(druid.sql().cancel("nobody"))).isFalse();
    }

    @Test
    void withoutMultiStageQueriesNoStatementIsATask() {
        assertThatThrownBy(() -> stage.await(druid.sql().submit("REPLACE INTO t OVERWRITE ALL SELECT 1")))
                .hasCauseInstanceOf(ExtensionMissingException.class);
    }

    @Test
    void withoutMultiStageQueriesNoStatementIsKept() {
        assertThatThrownBy(() -> stage.await(druid.sql().submitStatement("SELECT 1")))
                .hasCauseInstanceOf(ExtensionMissingException.class);
        assertThatThrownBy(
                        () -> stage.await(druid.sql().attachStatement("query-x").status()))
                .hasCauseInstanceOf(ExtensionMissingException.class);
    }
}
