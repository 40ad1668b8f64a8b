package io.druidingest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.druidingest.client.Await;
import io.druidingest.client.DruidClient;
import io.druidingest.client.DruidHttpException;
import io.druidingest.client.ExtensionMissingException;
import io.druidingest.client.IngestEvent;
import io.druidingest.client.IngestListener;
import io.druidingest.testkit.junit5.RealDruid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Queries on a real Druid, which has no multi-stage queries. */
@RealDruid
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class SqlIT {

    private static final int ROWS = 1_000;

    private final DruidClient druid;
    private final String table = "edits"; // nobody else's

    SqlIT(DruidClient druid) {
        this.druid = druid;
    }

    @BeforeAll
    void load() throws InterruptedException {
        Await.result(Await.result(druid.tasks().submit(Loads.inline(table, Loads.rows(ROWS))))
                .queryable());
    }

    /** A row of the table. */
    static final class Edit {

        @JsonProperty("__time")
        private Instant time;

        @JsonProperty
        private String page;

        @JsonProperty
        private int added;
    }

    @Test
    @Shows("POST /druid/v2/sql")
    void rowsBecomeObjects() {
        List<Edit> edits = druid.sql()
                .query(
                        Edit.class,
                        "SELECT __time, page, added FROM edits WHERE page IN (?, ?) ORDER BY __time",
                        "p1",
                        "p2")
                .join();

        assertThat(edits).extracting(r -> r.page).containsExactly("p2", "p1");
        assertThat(edits).extracting(r -> r.added).containsExactly(2, 1);
        assertThat(edits)
                .extracting(r -> r.time)
                .containsExactly(Instant.parse("2026-01-01T02:00:00Z"), Instant.parse("2026-01-02T01:00:00Z"));
    }

    @Test
    void objectsAreStreamed() {
        List<Edit> seen = new ArrayList<>();
        CompletableFuture<Long> count = druid.sql()
                .query(
                        Edit.class,
                        "SELECT __time, page, added FROM edits",
                        o -> o.timeout(Duration.ofMinutes(30)).timeZone(ZoneId.of("Europe/Berlin")),
                        edit -> seen.add(edit));

        assertThat(count.join()).isEqualTo(ROWS);
        assertThat(seen).extracting(r -> r.added).contains(0, ROWS - 1);
        assertThat(seen)
                .allSatisfy(edit -> assertThat(edit.time).isBetween("2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z"));
    }

    @Test
    void theTimeZoneAndNullsAreDruids() throws InterruptedException {
        assertThat(Await.result(druid.sql()
                        .query(
                                "SELECT MILLIS_TO_TIMESTAMP(?) AS t, CAST(? AS VARCHAR) AS n",
                                o -> o.parameters(0, null).timeZone(ZoneId.of("Europe/Berlin")))))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("t", "1970-01-01T01:00:00.000+01:00")
                        .containsEntry("n", null));
    }

    @Test
    void rowsAreStreamedInMoreBytesThanTheClientWouldKeep() throws InterruptedException {
        LongAdder length = new LongAdder();

        long rows = Await.result(druid.sql()
                .query(
                        "SELECT REPEAT('x', 100000) AS wide, page FROM \"" + table + "\"",
                        o -> o,
                        row -> length.add(String.valueOf(row.get("wide")).length())));

        assertThat(rows).isEqualTo(ROWS);
        assertThat(length.sum()).isEqualTo(100_000L * ROWS).isGreaterThan(64L << 20);
    }

    @Test
    @Shows("DELETE /druid/v2/sql/{sqlQueryId}")
    void aQueryThatIsCancelledFails() throws InterruptedException {
        String id = UUID.randomUUID().toString();
        CompletableFuture<?> rows = druid.sql().query(endless(), o -> o.sqlQueryId(id));

        boolean cancelled = false;
        for (int i = 0; i < 1_000 && !cancelled; i++) { // until it has begun
            cancelled = Await.result(druid.sql().cancel(id));
        }

        assertThat(cancelled).isTrue();
        assertThatThrownBy(() -> Await.result(rows)).isInstanceOf(DruidHttpException.class);
        assertThat(Await.result(druid.sql().cancel(id))).isFalse();
    }

    @Test
    void aQueryWhoseFutureIsCancelledIsCancelledOnTheCluster(LocalDruid local) throws InterruptedException {
        Queue<Integer> cancellations = new ConcurrentLinkedQueue<>();
        try (DruidClient told = DruidClient.builder()
                .url(local.uri().toString())
                .listener(new IngestListener() {
                    @Override
                    public void onAttempt(IngestEvent.Attempt attempt) {
                        if (attempt.endpoint().startsWith("DELETE")) {
                            cancellations.add(attempt.status());
                        }
                    }
                })
                .build()) {
            for (int i = 1; i <= 50 && !cancellations.contains(202); i++) {
                CompletableFuture<?> rows = told.sql().query(endless());
                for (int j = 0; j < i; j++) { // gives it ever more time to begin
                    Await.result(told.sql().query("SELECT 1"));
                }
                assertThat(rows.cancel(true)).isTrue();
                for (int j = 0; j < 1_000 && cancellations.size() < i; j++) {
                    Await.result(told.sql().query("SELECT 1"));
                }
            }
        }
        assertThat(cancellations).contains(202);
    }

    /** A query that takes minutes: it counts a thousand million rows. */
    private String endless() {
        String all = "(SELECT page FROM \"" + table + "\")";
        return "SELECT COUNT(*) FROM \"" + table + "\" a CROSS JOIN " + all + " b CROSS JOIN " + all + " c";
    }

    @Test
    void aQueryThatTakesTooLongIsEndedByDruid() {
        assertThatThrownBy(() -> Await.result(druid.sql().query(endless(), o -> o.timeout(Duration.ofSeconds(1)))))
                .isInstanceOf(DruidHttpException.class);
    }

    @Test
    @Shows({
        "POST /druid/v2/sql/task",
        "POST /druid/v2/sql/statements",
        "GET /druid/v2/sql/statements/{id}",
        "DELETE /druid/v2/sql/statements/{id}"
    })
    void aClusterWithoutMultiStageQueriesSaysSo() {
        String sql = "REPLACE INTO \"" + table + "\" OVERWRITE ALL SELECT * FROM \"" + table + "\" PARTITIONED BY DAY";
        assertThatThrownBy(() -> Await.result(druid.sql().submit(sql))).isInstanceOf(ExtensionMissingException.class);
        assertThatThrownBy(() -> Await.result(druid.sql().submitStatement("SELECT 1")))
                .isInstanceOf(ExtensionMissingException.class);
        assertThatThrownBy(() ->
                        Await.result(druid.sql().attachStatement("query-x").status()))
                .isInstanceOf(ExtensionMissingException.class);
        assertThatThrownBy(() ->
                        Await.result(druid.sql().attachStatement("query-x").cancel()))
                .isInstanceOf(ExtensionMissingException.class);
        assertThatThrownBy(() -> Await.result(druid.sql().query(sql)))
                .isInstanceOf(DruidHttpException.class)
                .hasMessageContaining("Consider using MSQ");
    }
}
