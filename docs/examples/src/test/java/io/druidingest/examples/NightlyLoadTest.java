package io.druidingest.examples;

import static io.druidingest.testkit.assertj.DruidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.client.DruidClient;
import io.druidingest.client.TaskHandle;
import io.druidingest.client.model.TaskStatus;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.json.SpecJson;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.testkit.FakeOverlord;
import io.druidingest.testkit.junit5.FakeOverlordExtension;
import java.util.List;
import java.util.Map;
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

    @Test
    void isReportedWhenItCanBeQueried(FakeOverlord overlord, DruidClient druid) {
        overlord.onSubmit("index_parallel").plan(p -> p.rows(2).loadsAfter("5m"));
        overlord.onSql("SELECT page FROM nightly").rows(List.of(Map.of("page", "a"), Map.of("page", "b")));

        overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::queryable)); // five minutes after its success

        assertThat(overlord.await(druid.sql().query("SELECT page FROM nightly")))
                .hasSize(2);
    }

    @Test
    void saysWhatItLoadsAndIsNotAskedAboutTooOften(FakeOverlord overlord, DruidClient druid) {
        TaskStatus end = overlord.await(druid.tasks().submit(load).thenCompose(TaskHandle::completion));

        assertThat(load)
                .hasDimension("page")
                .hasInterval("2026-01-01/2026-01-02")
                .meansTheSameAs(SpecJson.write(load));
        assertThat(end).succeeded();
        assertThat(overlord).received(load).once().polledAtMost(100).hasNoUnexpectedRequests();
    }
}
