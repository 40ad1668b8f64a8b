package io.druidingest.examples;

import io.druidingest.client.DruidClient;
import io.druidingest.client.SupervisorHandle;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.IngestResult;
import io.druidingest.client.model.SupervisorState;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.schema.DataSchema;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.KafkaSupervisor;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;

/** A small pipeline: each day is loaded from a file, and the day that is not over is read from a stream. */
final class ClicksPipeline {

    private final DruidClient druid;

    ClicksPipeline(DruidClient druid) {
        this.druid = druid;
    }

    /** Done when the rows of the day can be queried. The same day again is the same task. */
    CompletableFuture<IngestResult> load(LocalDate day) {
        return druid.tasks()
                .submit(spec(day), o -> o.idempotencyKey("clicks-" + day).outcome(p -> p.atLeastRows(1)))
                .thenCompose(TaskHandle::queryable);
    }

    /** Done when the stream is being read. */
    CompletableFuture<SupervisorHandle> follow() {
        return druid.supervisors()
                .submit(stream())
                .thenCompose(stream -> stream.reaches(SupervisorState.RUNNING).thenApply(status -> stream));
    }

    static IndexParallelTask spec(LocalDate day) {
        return IndexParallelTask.of(t -> t.dataSchema(schema(day + "/P1D"))
                .ioConfig(io -> io.inputSource(InputSource.http("https://example.org/clicks/" + day + ".json"))
                        .inputFormat(InputFormat.json())));
    }

    private static KafkaSupervisor stream() {
        return KafkaSupervisor.of(k -> k.dataSchema(schema())
                .ioConfig(
                        io -> io.topic("clicks").bootstrapServers("broker:9092").inputFormat(InputFormat.json())));
    }

    private static DataSchema schema(String... intervals) {
        return DataSchema.of(s -> s.dataSource("clicks")
                .timestampSpec(TimestampSpec.iso("time"))
                .dimensionsSpec(Dimension.string("page"))
                .granularitySpec(g -> g.rollup(false).intervals(intervals)));
    }
}
