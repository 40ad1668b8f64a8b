package io.druidingest;

import static io.druidingest.unit.Granularity.DAY;
import static io.druidingest.unit.Granularity.HOUR;

import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.schema.DataSchema;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.Metric;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.tuning.PartitionsSpec;

/** The batch load of the README, and its schema. */
public final class Samples {

    public static final DataSchema WIKIPEDIA = DataSchema.of(s -> s.dataSource("wikipedia")
            .timestampSpec(TimestampSpec.iso("time"))
            .dimensionsSpec(Dimension.string("channel"), Dimension.string("page"), Dimension.longs("delta"))
            .metricsSpec(Metric.count("count"), Metric.longSum("added"))
            .granularitySpec(g -> g.segmentGranularity(DAY)
                    .queryGranularity(HOUR)
                    .rollup(true)
                    .intervals("2016-06-27/2016-06-28")));

    public static final IndexParallelTask LOAD = IndexParallelTask.of(t -> t.dataSchema(WIKIPEDIA)
            .ioConfig(io -> io.inputSource(InputSource.http("https://example.org/wikipedia.json.gz"))
                    .inputFormat(InputFormat.json()))
            .tuningConfig(c -> c.partitionsSpec(PartitionsSpec.range("channel", r -> r.targetRowsPerSegment(5_000_000)))
                    .forceGuaranteedRollup(true)
                    .maxNumConcurrentSubTasks(4)));

    private Samples() {}
}
