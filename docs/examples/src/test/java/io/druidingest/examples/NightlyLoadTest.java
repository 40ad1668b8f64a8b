package io.druidingest.examples;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.FakeOverlord;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeOverlordExtension.class)
class NightlyLoadTest {

    private final IndexParallelTask load = IndexParallelTask.of(t -> t.dataSchema(s -> s.dataSource("nightly")
                    .timestampSpec(TimestampSpec.iso("time"))
                    .dimensionsSpec(Dimension.string("page"))
                    .granularitySpec(g -> g.rollup(false).intervals("2026-01-01/P1D")))
            .ioConfig(io -> io.inputSource(InputSource.http("https://example.org/night.json"))
                    .inputFormat(InputFormat.json())));

    @Test
    void isTakenOnceHoweverLongItRuns(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel")
                .plan(p -> p.pending("2s").running("30m").succeeds());

        TaskStatus end = overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::completion)); // milliseconds

        assertThat(end).succeeded();
        assertThat(overlord).received(load).once();
    }
}
