package io.druidingest.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.SampleResult;
import io.druidingest.client.model.SampledRow;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.junit5.RealDruid;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The tasks of docs/client.md. */
@RealDruid
class ClientTasksIT {

    private final IndexParallelTask load = IndexParallelTask.of(t -> t.dataSchema(s -> s.dataSource("client_tasks")
                    .timestampSpec(TimestampSpec.iso("time"))
                    .dimensionsSpec(Dimension.string("page"))
                    .granularitySpec(g -> g.rollup(false).intervals("2026-01-01/P1D")))
            .ioConfig(io -> io.inputSource(InputSource.inline("{\"time\":\"2026-01-01T08:00:00Z\",\"page\":\"Druid\"}"))
                    .inputFormat(InputFormat.json())));

    @Test
    void isTrue(DruidClient druid) {
        String key = "client_tasks";

        SampleResult sample = druid.tasks()
                .sample(load, o -> o.numRows(100).timeout(Duration.ofSeconds(5)))
                .join();
        sample.rows().stream().filter(SampledRow::isUnparseable).forEach(row -> System.out.println(row.error()));

        TaskHandle task = druid.tasks()
                .submit(
                        load,
                        o -> o.idempotencyKey(key).outcome(p -> p.atLeastRows(1).maxUnparseable(0.01)))
                .join();
        TaskHandle found = druid.tasks().attach(task.id()).expecting(p -> p.atLeastRows(1));
        List<IngestResult> results = druid.tasks()
                .awaitAll(List.of(task, found), TaskHandle::queryable)
                .join();

        CompletableFuture<String> end = task.log().tail(10_000).text();
        CompletableFuture<Long> lines = task.log().lines(System.out::println);

        assertThat(sample.numRowsIndexed()).isEqualTo(1);
        assertThat(results).hasSize(2).noneMatch(IngestResult::isEmpty);
        assertThat(end).failsWithin(Duration.ofSeconds(60)); // an Indexer keeps no logs of single tasks
        assertThat(lines).failsWithin(Duration.ofSeconds(60));
    }
}
