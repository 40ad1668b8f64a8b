package io.druidingest.examples;

import static io.druidingest.unit.Granularity.DAY;
import static io.druidingest.unit.Granularity.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.IngestResult;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.json.SpecJson;
import io.druidingest.schema.DataSchema;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.Metric;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.Task;
import io.druidingest.testkit.LocalDruid;
import io.druidingest.testkit.junit5.RealDruid;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.validation.SpecValidationException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The snippets of the README, run against a real Druid. */
@RealDruid
class ReadmeIT {

    private static DataSchema schema() {
        DataSchema wikipedia = DataSchema.of(s -> s.dataSource("wikipedia")
                .timestampSpec(TimestampSpec.iso("time"))
                .dimensionsSpec(Dimension.string("channel"), Dimension.string("page"), Dimension.longs("delta"))
                .metricsSpec(Metric.count("count"), Metric.longSum("added"))
                .granularitySpec(g -> g.segmentGranularity(DAY)
                        .queryGranularity(HOUR)
                        .rollup(true)
                        .intervals("2016-06-27/2016-06-28")));
        return wikipedia;
    }

    private static IndexParallelTask load(DataSchema wikipedia) {
        IndexParallelTask load = IndexParallelTask.of(t -> t.dataSchema(wikipedia)
                .ioConfig(io -> io.inputSource(InputSource.http("https://example.org/wikipedia.json.gz"))
                        .inputFormat(InputFormat.json()))
                .tuningConfig(
                        c -> c.partitionsSpec(PartitionsSpec.range("channel", r -> r.targetRowsPerSegment(5_000_000)))
                                .forceGuaranteedRollup(true)
                                .maxNumConcurrentSubTasks(4)));
        return load;
    }

    @Test
    void loads(LocalDruid local) throws Exception {
        String router = local.uri().toString();
        Path file = local.workDirectory().resolve("wikipedia.json");
        Files.writeString(
                file, "{\"time\":\"2016-06-27T08:00:00Z\",\"channel\":\"#en\",\"page\":\"Druid\",\"added\":7}");
        IndexParallelTask load = load(schema()).toBuilder()
                .ioConfig(io -> io.inputSource(InputSource.local(f -> f.files(file.toString())))
                        .inputFormat(InputFormat.json()))
                .build();

        try (DruidClient druid = DruidClient.connect(router)) { // for example http://localhost:8888
            TaskHandle task = druid.tasks()
                    .submit(load, o -> o.idempotencyKey("wikipedia-2016-06-27"))
                    .join();
            IngestResult result = task.queryable().join();

            System.out.println(result.report().rows().processed() + " rows in " + result.segments());
            System.out.println(druid.sql()
                    .query("SELECT page, SUM(added) AS added FROM wikipedia GROUP BY 1")
                    .join());

            assertThat(result.report().rows().processed()).isEqualTo(1);
        }
    }

    @Test
    void tellsAllMistakesAtOnce() throws Exception {
        DataSchema wikipedia = schema();
        SpecValidationException refused = catchThrowableOfType(SpecValidationException.class, () -> {
            IndexParallelTask.of(t -> t.dataSchema(wikipedia.toBuilder()
                            .metricsSpec(Metric.count("count"), Metric.longSum("page", "added"))
                            .granularitySpec(g -> g.segmentGranularity(HOUR).queryGranularity(DAY))
                            .build())
                    .ioConfig(io -> io.inputSource(InputSource.http("https://example.org/wikipedia.json.gz"))
                            .inputFormat(InputFormat.json())
                            .appendToExisting(true))
                    .tuningConfig(c -> c.partitionsSpec(PartitionsSpec.hashed()).forceGuaranteedRollup(true)));
        });
        assertThat(refused).isNotNull();
        assertThat(Snippets.README).contains(refused.getMessage());
    }

    @Test
    void readsJson() throws Exception {
        String json = SpecJson.write(load(schema()));

        Task task = SpecJson.read(json, Task.class, SpecJson.Mode.STRICT);

        assertThat(task).isEqualTo(load(schema()));
    }
}
