package io.druidingest.testkit;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static io.druidingest.unit.Granularity.MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.druidingest.client.DruidClient;
import io.druidingest.client.HollowTaskException;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.TaskTimeoutException;
import io.druidingest.client.model.IngestResult;
import io.druidingest.spec.CompactTask;
import io.druidingest.spec.CompactionInputSpec;
import io.druidingest.spec.Task;
import io.druidingest.testkit.junit5.RealDruid;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** How far tasks get, and what then holds, on a real Druid. */
@RealDruid
class LadderIT {

    private final DruidClient druid;
    private final LocalDruid local;
    private final String dataSource = Loads.newDataSource();

    LadderIT(DruidClient druid, LocalDruid local) {
        this.druid = druid;
        this.local = local;
    }

    @Test
    void aReplacementByNothingIsThereOnceTheRowsAreGone() {
        submit(Loads.inline(dataSource, Loads.rows(10))).queryable().join();
        String elsewhere = "{\"time\":\"2020-01-01T00:00:00Z\",\"page\":\"p\",\"added\":1}";
        IngestResult result = submit(Loads.inline(dataSource, elsewhere, io -> io.dropExisting(true), c -> c))
                .queryableWithin(Duration.ofSeconds(60))
                .join();

        assertThat(result.isEmpty()).isTrue();
        assertThat(druid.sql()
                        .query(
                                "SELECT segment_id FROM sys.segments WHERE datasource = ? AND is_available = 1"
                                        + " AND is_overshadowed = 0 AND num_rows > 0",
                                dataSource)
                        .join())
                .isEmpty();
    }

    @Test
    void aReplacementOfSomeDaysIsThereOnceTheOthersAreGone() {
        submit(Loads.inline(dataSource, Loads.rows(10))).queryable().join();
        String firstDay = "{\"time\":\"2026-01-01T00:00:00Z\",\"page\":\"p\",\"added\":1}";
        IngestResult result = submit(Loads.inline(dataSource, firstDay, io -> io.dropExisting(true), c -> c))
                .queryableWithin(Duration.ofSeconds(60))
                .join();

        assertThat(result.segments()).hasSize(2);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aCompactionIsThereOnceItsSegmentIsServed() {
        submit(Loads.inline(dataSource, Loads.rows(10))).queryable().join();
        TaskHandle compaction = submit(CompactTask.of(t -> t.dataSource(dataSource)
                .ioConfig(io -> io.inputSpec(CompactionInputSpec.interval("2026-01-01/2026-02-01")))
                .segmentGranularity(MONTH)));
        IngestResult result = compaction.queryableWithin(Duration.ofSeconds(60)).join();

        assertThat(result.segments())
                .singleElement()
                .satisfies(id -> assertThat(id).contains("2026-01-01T00:00:00.000Z_2026-02-01T00:00:00.000Z"));
        assertThat(result.report().segmentsRead()).hasValue(2);
        assertThat(result.report().segmentsPublished()).hasValue(1);
        assertThat(result.report().rows().processed()).isEqualTo(10);
        assertThat(count()).isEqualTo(10);
    }

    @Test
    void segmentsThatNoRuleLoadsAreNotWaitedFor() throws Exception {
        rules("[{\"type\":\"loadForever\",\"tieredReplicants\":{},\"useDefaultTierForNull\":false}]");
        IngestResult result = submit(Loads.inline(dataSource, Loads.rows(10)))
                .queryableWithin(Duration.ofSeconds(60))
                .join();

        assertThat(result.segments()).hasSize(2);
        assertThat(result.unloaded()).hasSize(2);
    }

    @Test
    void segmentsThatADropRuleTakesAreToldAsThat() throws Exception {
        rules("[{\"type\":\"dropForever\"}]");
        TaskHandle task = submit(Loads.inline(dataSource, Loads.rows(10)));

        assertThatThrownBy(() -> task.queryableWithin(Duration.ofSeconds(15)).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(TaskTimeoutException.class)
                .hasMessageContaining("rule");
    }

    @Test
    void aTaskThatReadsNoRowIsHollow() {
        TaskHandle task = druid.tasks()
                .submit(
                        Loads.inline(dataSource, "{broken\n{broken too", io -> io, c -> c.maxSavedParseExceptions(1)),
                        o -> o.outcome(p -> p.atLeastRows(1).maxUnparseable(0.5)))
                .join();

        assertThat(task.completion().join()).succeeded();
        assertThatThrownBy(() -> task.queryable().join())
                .cause()
                .isInstanceOfSatisfying(HollowTaskException.class, e -> {
                    assertThat(e.violations()).hasSize(2);
                    assertThat(e.parseErrors())
                            .singleElement()
                            .satisfies(row -> assertThat(row.input()).contains("{broken"));
                });
        assertThat(druid.tasks().attach(task.id()).queryable().join().isEmpty()).isTrue();
    }

    private long count() {
        return (long) druid.sql()
                .query("SELECT SUM(\"count\") AS n FROM \"" + dataSource + "\"")
                .join()
                .get(0)
                .get("n");
    }

    private TaskHandle submit(Task task) {
        return druid.tasks().submit(task).join();
    }

    private void rules(String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(local.coordinator() + "/druid/coordinator/v1/rules/" + dataSource))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }
}
