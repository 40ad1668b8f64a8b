package io.druidingest.examples;

import static io.druidingest.unit.Granularity.DAY;
import static io.druidingest.unit.Granularity.HOUR;
import static io.druidingest.unit.Granularity.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.druidingest.coordinator.CompactionConfig;
import io.druidingest.coordinator.RetentionRule;
import io.druidingest.coordinator.RetentionRules;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.input.Password;
import io.druidingest.json.Change;
import io.druidingest.json.SpecJson;
import io.druidingest.query.Filter;
import io.druidingest.schema.DataSchema;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.Metric;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.schema.Transform;
import io.druidingest.spec.CompactTask;
import io.druidingest.spec.CompactionInputSpec;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.KafkaSupervisor;
import io.druidingest.spec.KillTask;
import io.druidingest.spec.Supervisor;
import io.druidingest.spec.Task;
import io.druidingest.tuning.CompressionStrategy;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.validation.Violation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README and the tour of the language show. */
class LanguageTest {

    private final DataSchema wikipedia = DataSchema.of(s -> s.dataSource("wikipedia")
            .timestampSpec(TimestampSpec.iso("time"))
            .dimensionsSpec(Dimension.string("channel"), Dimension.string("page"), Dimension.longs("delta"))
            .metricsSpec(Metric.count("count"), Metric.longSum("added"))
            .granularitySpec(g -> g.segmentGranularity(DAY).queryGranularity(HOUR)));

    private final KafkaSupervisor live = KafkaSupervisor.of(k -> k.dataSchema(wikipedia)
            .ioConfig(io -> io.topic("wikipedia")
                    .bootstrapServers("broker:9092")
                    .inputFormat(InputFormat.json())
                    .useEarliestOffset(true)
                    .taskCount(2)
                    .taskDuration(Duration.ofHours(1))
                    .lateMessageRejectionPeriod(Duration.ofHours(6))));

    @Test
    void aStreamHasTheSchemaOfTheBatch() {
        String json = SpecJson.write(live);

        assertThat(SpecJson.read(json, Supervisor.class, SpecJson.Mode.STRICT)).isEqualTo(live);
        assertThat(live.warnings()).isEmpty();
    }

    @Test
    void transformsSketchesAndStorage() {
        IndexParallelTask load = IndexParallelTask.of(t -> t.dataSchema(s -> s.dataSource("visits")
                        .timestampSpec(TimestampSpec.iso("time"))
                        .transformSpec(x -> x.transforms(Transform.expression("country", "upper(\"country\")"))
                                .filter(Filter.not(Filter.in("country", "XX", null))))
                        .dimensionsSpec(Dimension.string("country"), Dimension.json("device"), Dimension.auto("tags"))
                        .metricsSpec(
                                Metric.count("count"),
                                Metric.thetaSketch("users", "user_id"),
                                Metric.filtered(Filter.equal("country", "FR"), Metric.longSum("french", "clicks")))
                        .granularitySpec(g -> g.segmentGranularity(DAY).intervals("2026-01-01/P1M")))
                .ioConfig(io -> io.inputSource(InputSource.s3(s3 -> s3.prefixes("s3://bucket/visits/2026-01/")
                                .config(c -> c.accessKeyId(Password.environment("KEY_ID"))
                                        .secretAccessKey(Password.environment("SECRET")))))
                        .inputFormat(InputFormat.parquet()))
                .tuningConfig(
                        c -> c.partitionsSpec(PartitionsSpec.range("country", r -> r.targetRowsPerSegment(5_000_000)))
                                .forceGuaranteedRollup(true)
                                .indexSpec(i -> i.dimensionCompression(CompressionStrategy.ZSTD)))
                .context(c -> c.useConcurrentLocks(true).priority(60)));

        assertThat(load.warnings()).isEmpty();
        assertThat(SpecJson.read(SpecJson.write(load), Task.class, SpecJson.Mode.STRICT))
                .isEqualTo(load);
        assertThat(load.toString()).doesNotContain("KEY_ID");
    }

    @Test
    void maintenance() {
        CompactTask compact = CompactTask.of(t -> t.dataSource("wikipedia")
                .ioConfig(io -> io.inputSpec(CompactionInputSpec.interval("2026-01-01/P1M")))
                .granularitySpec(g -> g.segmentGranularity(MONTH)));

        KillTask kill = KillTask.of(t -> t.dataSource("wikipedia").interval("2020-01-01/P1Y"));

        RetentionRules retention = RetentionRules.of(RetentionRule.loadByPeriod("P1Y"), RetentionRule.dropForever());

        CompactionConfig automatic = CompactionConfig.inline(
                "wikipedia", c -> c.skipOffsetFromLatest("P2D").granularitySpec(g -> g.segmentGranularity(DAY)));

        assertThat(List.of(compact.label(), kill.label()))
                .containsExactly("compact \"wikipedia\"", "kill \"wikipedia\"");
        assertThat(SpecJson.write(retention)).startsWith("[{\"type\":\"loadByPeriod\"");
        assertThat(SpecJson.read(SpecJson.write(automatic), CompactionConfig.class, SpecJson.Mode.STRICT))
                .isEqualTo(automatic);
    }

    @Test
    void whatDiffers() {
        String fromDruid = SpecJson.write(live)
                .replace(
                        "\"taskDuration\":\"PT1H\"", "\"taskDuration\":\"PT3600S\",\"replicas\":1,\"period\":\"PT30S\"")
                .replace("\"taskCount\":2", "\"taskCount\":4");

        Supervisor running = SpecJson.read(fromDruid, Supervisor.class, SpecJson.Mode.LENIENT);
        List<Change> changes = SpecJson.diff(live, running); // Druid's defaults and spelling are no changes

        assertThat(changes).extracting(Change::toString).containsExactly("spec.ioConfig.taskCount changed: 2 -> 4");
    }

    @Test
    void warnings() {
        RetentionRules rules = RetentionRules.of(RetentionRule.loadForever(), RetentionRule.dropByPeriod("P1M"));

        for (Violation warning : rules.warnings()) {
            System.out.println(warning); // [1]   ..: rule [0] leaves nothing to this one
        }
        assertThat(rules.warnings()).hasSize(1);
    }
}
