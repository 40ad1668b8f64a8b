package io.druidingest.benchmarks;

import static io.druidingest.unit.Granularity.DAY;
import static io.druidingest.unit.Granularity.HOUR;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.json.SpecJson;
import io.druidingest.schema.DataSchema;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.Metric;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.tuning.PartitionsSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The batch load of the README, made from nothing: by this library, and as a map that says the same. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SpecBenchmark {

    private final ObjectMapper jackson = new ObjectMapper();
    private final Map<String, Object> map = map();

    /** The two have to say the same. */
    @Setup
    public void compare() throws JsonProcessingException {
        if (!jackson.readTree(SpecJson.write(task())).equals(jackson.valueToTree(map))) {
            throw new IllegalStateException(SpecJson.write(task()) + "\n" + jackson.writeValueAsString(map));
        }
    }

    @Benchmark
    public IndexParallelTask buildAndValidate() {
        return task();
    }

    @Benchmark
    public String buildValidateAndWrite() {
        return SpecJson.write(task());
    }

    @Benchmark
    public String writeMap() throws JsonProcessingException {
        return jackson.writeValueAsString(map);
    }

    @Benchmark
    public String buildAndWriteMap() throws JsonProcessingException {
        return jackson.writeValueAsString(map());
    }

    static IndexParallelTask task() {
        DataSchema wikipedia = DataSchema.of(s -> s.dataSource("wikipedia")
                .timestampSpec(TimestampSpec.iso("time"))
                .dimensionsSpec(Dimension.string("channel"), Dimension.string("page"), Dimension.longs("delta"))
                .metricsSpec(Metric.count("count"), Metric.longSum("added"))
                .granularitySpec(g -> g.segmentGranularity(DAY)
                        .queryGranularity(HOUR)
                        .rollup(true)
                        .intervals("2016-06-27/2016-06-28")));
        return IndexParallelTask.of(t -> t.dataSchema(wikipedia)
                .ioConfig(io -> io.inputSource(InputSource.http("https://example.org/wikipedia.json.gz"))
                        .inputFormat(InputFormat.json()))
                .tuningConfig(
                        c -> c.partitionsSpec(PartitionsSpec.range("channel", r -> r.targetRowsPerSegment(5_000_000)))
                                .forceGuaranteedRollup(true)
                                .maxNumConcurrentSubTasks(4)));
    }

    static Map<String, Object> map() {
        Map<String, Object> schema = object("dataSource", "wikipedia");
        schema.put("timestampSpec", object("column", "time", "format", "iso"));
        schema.put(
                "dimensionsSpec",
                object(
                        "dimensions",
                        List.of(
                                object("type", "string", "name", "channel"),
                                object("type", "string", "name", "page"),
                                object("type", "long", "name", "delta"))));
        schema.put(
                "metricsSpec",
                List.of(
                        object("type", "count", "name", "count"),
                        object("type", "longSum", "name", "added", "fieldName", "added")));
        Map<String, Object> granularity = object("type", "uniform", "segmentGranularity", "DAY");
        granularity.put("queryGranularity", "HOUR");
        granularity.put("rollup", true);
        granularity.put("intervals", List.of("2016-06-27/2016-06-28"));
        schema.put("granularitySpec", granularity);

        Map<String, Object> source = object("type", "http");
        source.put("uris", List.of("https://example.org/wikipedia.json.gz"));
        Map<String, Object> io = object("type", "index_parallel");
        io.put("inputSource", source);
        io.put("inputFormat", object("type", "json"));

        Map<String, Object> partitions = object("type", "range");
        partitions.put("partitionDimensions", List.of("channel"));
        partitions.put("targetRowsPerSegment", 5_000_000);
        Map<String, Object> tuning = object("type", "index_parallel");
        tuning.put("partitionsSpec", partitions);
        tuning.put("forceGuaranteedRollup", true);
        tuning.put("maxNumConcurrentSubTasks", 4);

        Map<String, Object> task = object("type", "index_parallel");
        task.put("spec", object("dataSchema", schema, "ioConfig", io, "tuningConfig", tuning));
        return task;
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
