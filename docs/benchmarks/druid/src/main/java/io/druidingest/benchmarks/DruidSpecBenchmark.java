package io.druidingest.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.druid.data.input.impl.DimensionsSpec;
import org.apache.druid.data.input.impl.HttpInputSource;
import org.apache.druid.data.input.impl.HttpInputSourceConfig;
import org.apache.druid.data.input.impl.JsonInputFormat;
import org.apache.druid.data.input.impl.LongDimensionSchema;
import org.apache.druid.data.input.impl.StringDimensionSchema;
import org.apache.druid.data.input.impl.TimestampSpec;
import org.apache.druid.data.input.impl.systemfield.SystemFields;
import org.apache.druid.guice.IndexingServiceInputSourceModule;
import org.apache.druid.guice.IndexingServiceTuningConfigModule;
import org.apache.druid.indexer.granularity.UniformGranularitySpec;
import org.apache.druid.indexer.partitions.DimensionRangePartitionsSpec;
import org.apache.druid.indexing.common.task.batch.parallel.ParallelIndexIOConfig;
import org.apache.druid.indexing.common.task.batch.parallel.ParallelIndexIngestionSpec;
import org.apache.druid.indexing.common.task.batch.parallel.ParallelIndexSupervisorTask;
import org.apache.druid.indexing.common.task.batch.parallel.ParallelIndexTuningConfig;
import org.apache.druid.jackson.DefaultObjectMapper;
import org.apache.druid.java.util.common.Intervals;
import org.apache.druid.java.util.common.granularity.Granularities;
import org.apache.druid.query.aggregation.AggregatorFactory;
import org.apache.druid.query.aggregation.CountAggregatorFactory;
import org.apache.druid.query.aggregation.LongSumAggregatorFactory;
import org.apache.druid.segment.indexing.DataSchema;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The batch load of the README, made of Druid's own classes and written by Druid's own mapper. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DruidSpecBenchmark {

    private final ObjectMapper druid = new DefaultObjectMapper()
            .registerModules(new IndexingServiceInputSourceModule().getJacksonModules())
            .registerModules(new IndexingServiceTuningConfigModule().getJacksonModules());

    @Benchmark
    public ParallelIndexSupervisorTask build() {
        return task();
    }

    @Benchmark
    public String buildAndWrite() throws JsonProcessingException {
        return druid.writeValueAsString(task());
    }

    private static ParallelIndexSupervisorTask task() {
        DataSchema schema = DataSchema.builder()
                .withDataSource("wikipedia")
                .withTimestamp(new TimestampSpec("time", "iso", null))
                .withDimensions(new DimensionsSpec(List.of(
                        new StringDimensionSchema("channel"),
                        new StringDimensionSchema("page"),
                        new LongDimensionSchema("delta"))))
                .withAggregators(
                        new AggregatorFactory[] {
                            new CountAggregatorFactory("count"), new LongSumAggregatorFactory("added", "added")
                        })
                .withGranularity(new UniformGranularitySpec(
                        Granularities.DAY, Granularities.HOUR, true, List.of(Intervals.of("2016-06-27/2016-06-28"))))
                .build();
        HttpInputSource source = new HttpInputSource(
                List.of(URI.create("https://example.org/wikipedia.json.gz")),
                null, null, SystemFields.none(), null, new HttpInputSourceConfig(null, null));
        ParallelIndexIOConfig io =
                new ParallelIndexIOConfig(source, new JsonInputFormat(null, null, null, null, null), null, null);
        ParallelIndexTuningConfig tuning = new ParallelIndexTuningConfig(
                null, null, null, null, null, null, null, null, null,
                new DimensionRangePartitionsSpec(5_000_000, null, List.of("channel"), false),
                null, null, null, true, null, null, null, null, 4,
                null, null, null, null, null, null, null, null, null, null, null, null, null);
        return new ParallelIndexSupervisorTask(
                null, null, null, new ParallelIndexIngestionSpec(schema, io, tuning), null);
    }
}
