package io.druidingest.testkit;

import static io.druidingest.unit.Granularity.DAY;

import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.Metric;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.IndexParallelIOConfig;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.IndexParallelTuningConfig;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small batch loads. */
public final class Loads {

    private Loads() {}

    /** A datasource that no other test uses. */
    public static String newDataSource() {
        return "it_" + UUID.randomUUID().toString().replace('-', '_');
    }

    /** That many rows, spread over two days. */
    public static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(
                        "{\"time\":\"2026-01-0%dT%02d:00:00Z\",\"page\":\"p%d\",\"added\":%d}",
                        1 + i % 2, i % 24, i, i))
                .collect(Collectors.joining("\n"));
    }

    public static IndexParallelTask inline(String dataSource, String data) {
        return inline(dataSource, data, io -> io, c -> c);
    }

    public static IndexParallelTask inline(
            String dataSource,
            String data,
            UnaryOperator<IndexParallelIOConfig.Builder> io,
            UnaryOperator<IndexParallelTuningConfig.Builder> tuning) {
        return IndexParallelTask.of(t -> t.dataSchema(s -> s.dataSource(dataSource)
                        .timestampSpec(TimestampSpec.iso("time"))
                        .dimensionsSpec(Dimension.string("page"))
                        .metricsSpec(Metric.count("count"), Metric.longSum("added"))
                        .granularitySpec(
                                g -> g.segmentGranularity(DAY).rollup(true).intervals("2026-01-01/P2D")))
                .ioConfig(b -> io.apply(b.inputSource(InputSource.inline(data)).inputFormat(InputFormat.json())))
                .tuningConfig(tuning));
    }
}
