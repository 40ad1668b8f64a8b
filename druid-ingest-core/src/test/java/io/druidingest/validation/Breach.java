package io.druidingest.validation;

import static io.druidingest.unit.Granularity.DAY;
import static io.druidingest.unit.Granularity.HOUR;
import static io.druidingest.unit.Granularity.MONTH;

import io.druidingest.input.InputFormat;
import io.druidingest.input.InputSource;
import io.druidingest.input.TsvInputFormat;
import io.druidingest.json.SpecJson;
import io.druidingest.schema.DataSchema;
import io.druidingest.schema.Dimension;
import io.druidingest.schema.DimensionsSpec;
import io.druidingest.schema.Metric;
import io.druidingest.schema.NumericDimension;
import io.druidingest.schema.SimpleMetric;
import io.druidingest.schema.TimestampSpec;
import io.druidingest.schema.UniformGranularitySpec;
import io.druidingest.schema.UnknownMetric;
import io.druidingest.spec.IndexParallelIOConfig;
import io.druidingest.spec.IndexParallelTask;
import io.druidingest.spec.IndexParallelTuningConfig;
import io.druidingest.spec.Task;
import io.druidingest.spec.UnknownTask;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.unit.Granularity;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A spec that breaks one rule and no other: where it does so, and what the message says to do. */
final class Breach {

    private static final DataSchema SCHEMA = DataSchema.of(s -> s.dataSource("wikipedia")
            .timestampSpec(TimestampSpec.iso("time"))
            .dimensionsSpec(Dimension.string("channel"), Dimension.string("page"))
            .metricsSpec(Metric.count("count"))
            .granularitySpec(g -> g.intervals("2016-06-27/P1D")));

    private static final IndexParallelIOConfig READ = IndexParallelIOConfig.of(
            io -> io.inputSource(InputSource.local("/data", "*.json")).inputFormat(InputFormat.json()));

    final Rule rule;
    final String path;
    final String fix;
    final Supplier<Task> spec;

    private Breach(Rule rule, String path, String fix, Supplier<Task> spec) {
        this.rule = rule;
        this.path = path;
        this.fix = fix;
        this.spec = spec;
    }

    @Override
    public String toString() {
        return rule + " at " + path + ": " + fix;
    }

    static Task task(UnaryOperator<IndexParallelTask.Builder> b) {
        return IndexParallelTask.of(t -> b.apply(t.dataSchema(SCHEMA).ioConfig(READ)));
    }

    static Task schema(UnaryOperator<DataSchema.Builder> b) {
        return task(t -> t.dataSchema(b.apply(SCHEMA.toBuilder()).build()));
    }

    static Task granularity(UnaryOperator<UniformGranularitySpec.Builder> b) {
        return schema(s -> s.granularitySpec(g -> b.apply(g.intervals("2016-06-27/P1D"))));
    }

    static Task dimensions(UnaryOperator<DimensionsSpec.Builder> b) {
        return schema(s -> s.dimensionsSpec(b));
    }

    static Task read(UnaryOperator<IndexParallelIOConfig.Builder> b) {
        return task(t -> t.ioConfig(b.apply(READ.toBuilder()).build()));
    }

    static Task source(InputSource source) {
        return read(io -> io.inputSource(source));
    }

    static Task format(InputFormat format) {
        return read(io -> io.inputFormat(format));
    }

    static Task tuning(UnaryOperator<IndexParallelTuningConfig.Builder> b) {
        return task(t -> t.tuningConfig(b));
    }

    static Task partitions(PartitionsSpec partitions) {
        boolean dynamic = partitions.type().equals("dynamic");
        return tuning(c -> c.partitionsSpec(partitions).forceGuaranteedRollup(!dynamic));
    }

    private static Task json(String part, String replacement) {
        String whole = SpecJson.write(tuning(c -> c));
        if (!whole.contains(part)) {
            throw new AssertionError(part + " is not in " + whole);
        }
        return SpecJson.read(whole.replace(part, replacement), Task.class, SpecJson.Mode.STRICT);
    }

    static Stream<Breach> all() {
        return Stream.of(document(), schema(), input(), batch(), amounts()).flatMap(List::stream);
    }

    private static List<Breach> document() {
        return List.of(
                new Breach(
                        Rules.MISSING,
                        "spec.ioConfig",
                        "set ioConfig",
                        () -> task(t -> t.ioConfig((IndexParallelIOConfig) null))),
                new Breach(
                        Rules.MISSING,
                        "spec.dataSchema.dataSource",
                        "set dataSource",
                        () -> json("\"dataSource\":\"wikipedia\",", "")),
                new Breach(
                        Rules.MALFORMED,
                        "spec.dataSchema.metricsSpec",
                        "write a list",
                        () -> json("[{\"type\":\"count\",\"name\":\"count\"}]", "{}")),
                new Breach(
                        Rules.WRONG_TYPE,
                        "spec.tuningConfig.type",
                        "set it to \"index_parallel\"",
                        () -> json(
                                "\"tuningConfig\":{\"type\":\"index_parallel\"",
                                "\"tuningConfig\":{\"type\":\"kafka\"")),
                new Breach(
                        Rules.WRONG_TYPE,
                        "spec.dataSchema.metricsSpec[0].type",
                        "longSum",
                        () -> schema(s -> s.metricsSpec(
                                SimpleMetric.of(m -> m.type("lngSum").name("n").fieldName("n"))))),
                new Breach(
                        Rules.WRONG_TYPE,
                        "spec.dataSchema.dimensionsSpec.dimensions[0].type",
                        "double",
                        () -> schema(s -> s.dimensionsSpec(
                                NumericDimension.of(d -> d.type("string").name("n"))))),
                new Breach(
                        Rules.WRONG_TYPE,
                        "spec.dataSchema.metricsSpec[0].type",
                        "by its own class",
                        () -> schema(s -> s.metricsSpec(
                                UnknownMetric.of(m -> m.type("count").name("n"))))),
                new Breach(
                        Rules.UNKNOWN_PROPERTY,
                        "spec.dataSchema.dataSauce",
                        "did you mean \"dataSource\"?",
                        () -> json("\"dataSource\":\"wikipedia\"", "\"dataSource\":\"wikipedia\",\"dataSauce\":1")),
                new Breach(
                        Rules.KNOWN_PROPERTY,
                        "spec.dataSchema.dataSource",
                        "set it by its own method",
                        () -> schema(s -> s.property("dataSource", "other"))),
                new Breach(
                        Rules.KNOWN_PROPERTY,
                        "spec.ioConfig.type",
                        "leave it out",
                        () -> read(io -> io.property("type", "index"))),
                new Breach(
                        Rules.UNKNOWN_TYPE,
                        "spec.dataSchema.metricsSpec[0].type",
                        "did you mean \"count\"?",
                        () -> json("\"type\":\"count\"", "\"type\":\"cuont\"")),
                new Breach(
                        Rules.NULL_ELEMENT,
                        "spec.dataSchema.metricsSpec[1]",
                        "remove it",
                        () -> schema(s -> s.metricsSpec(Metric.count("n"), null))),
                new Breach(
                        Rules.NULL_ELEMENT,
                        "spec.ioConfig.inputFormat.featureSpec.ALLOW_COMMENTS",
                        "remove it",
                        () -> format(InputFormat.json(f -> f.featureSpec("ALLOW_COMMENTS", null)))));
    }

    private static List<Breach> schema() {
        String schema = "spec.dataSchema.";
        String granularity = schema + "granularitySpec.";
        String dimensions = schema + "dimensionsSpec.dimensions";
        return List.of(
                new Breach(
                        Rules.ILLEGAL_ID, schema + "dataSource", "give it a name", () -> schema(s -> s.dataSource(""))),
                new Breach(Rules.ILLEGAL_ID, schema + "dataSource", "drop it", () -> schema(s -> s.dataSource(".a"))),
                new Breach(
                        Rules.ILLEGAL_ID, schema + "dataSource", "replace it", () -> schema(s -> s.dataSource("a/b"))),
                new Breach(
                        Rules.ILLEGAL_ID,
                        schema + "dataSource",
                        "U+0009 at position 1; remove it",
                        () -> schema(s -> s.dataSource("a\tb"))),
                new Breach(
                        Rules.ILLEGAL_ID,
                        schema + "dataSource",
                        "U+D83D at position 0; remove it",
                        () -> schema(s -> s.dataSource("\uD83D\uDE00"))),
                new Breach(Rules.ILLEGAL_ID, "id", "replace it", () -> task(t -> t.id("a/b"))),
                new Breach(
                        Rules.ILLEGAL_ID,
                        "id",
                        "replace it",
                        () -> UnknownTask.of(t -> t.type("shuffle").id("a/b"))),
                new Breach(
                        Rules.EMPTY_NAME,
                        dimensions + "[1].name",
                        "name the column",
                        () -> dimensions(d -> d.dimensions(Dimension.string("a"), Dimension.longs("")))),
                new Breach(
                        Rules.EMPTY_NAME,
                        schema + "metricsSpec[0].name",
                        "name the column",
                        () -> schema(s -> s.metricsSpec(Metric.count("")))),
                new Breach(
                        Rules.DUPLICATE_COLUMN,
                        dimensions + "[2].name",
                        "also dimension [0]; rename",
                        () -> dimensions(
                                d -> d.dimensions(Dimension.string("a"), Dimension.string("b"), Dimension.longs("a")))),
                new Breach(
                        Rules.DUPLICATE_COLUMN,
                        schema + "metricsSpec[0].name",
                        "dimension [1]; rename",
                        () -> schema(s -> s.metricsSpec(Metric.count("page")))),
                new Breach(
                        Rules.DUPLICATE_COLUMN,
                        schema + "metricsSpec[1].name",
                        "metric [0]; rename",
                        () -> schema(s -> s.metricsSpec(Metric.count("n"), Metric.longSum("n")))),
                new Breach(
                        Rules.EXCLUDED_DIMENSION,
                        schema + "dimensionsSpec.dimensionExclusions[1]",
                        "drop one",
                        () -> dimensions(
                                d -> d.dimensions(Dimension.string("a")).dimensionExclusions("b", "a"))),
                new Breach(
                        Rules.TIME_DIMENSION,
                        dimensions + "[0].type",
                        "Dimension.longs(\"__time\")",
                        () -> dimensions(d -> d.dimensions(Dimension.string("__time")))),
                new Breach(
                        Rules.TIME_DIMENSION,
                        dimensions + "[1]",
                        "put it first",
                        () -> dimensions(d -> d.dimensions(Dimension.string("a"), Dimension.longs("__time")))),
                new Breach(
                        Rules.TIME_DIMENSION,
                        schema + "metricsSpec[0].name",
                        "name the metric otherwise",
                        () -> schema(s -> s.metricsSpec(Metric.count("__time")))),
                new Breach(
                        Rules.TIMESTAMP_FORMAT,
                        schema + "timestampSpec.format",
                        "quote literal letters",
                        () -> schema(s -> s.timestampSpec(t -> t.format("yyyy-MM-ddTHH:mm")))),
                new Breach(
                        Rules.TIMESTAMP_FORMAT,
                        schema + "timestampSpec.format",
                        "quote literal letters",
                        () -> schema(s -> s.timestampSpec(t -> t.format("")))),
                new Breach(
                        Rules.FIELD_OR_EXPRESSION,
                        schema + "metricsSpec[0]",
                        "set one",
                        () -> schema(s -> s.metricsSpec(Metric.longSum("n", m -> m)))),
                new Breach(
                        Rules.FIELD_OR_EXPRESSION,
                        schema + "metricsSpec[0]",
                        "exactly one",
                        () -> schema(s -> s.metricsSpec(
                                Metric.longSum("n", m -> m.fieldName("a").expression("a"))))),
                new Breach(
                        Rules.ILLEGAL_INTERVAL,
                        granularity + "intervals[1]",
                        "write for example",
                        () -> granularity(g -> g.intervals("2016-06-27/P1D", "2016"))),
                new Breach(
                        Rules.ILLEGAL_INTERVAL,
                        granularity + "intervals[0]",
                        "swap the two",
                        () -> granularity(g -> g.intervals("2016-06-28/2016-06-27"))),
                new Breach(
                        Rules.UNKNOWN_GRANULARITY,
                        granularity + "segmentGranularity",
                        "use a constant",
                        () -> granularity(g -> g.segmentGranularity(Granularity.of("DAZE")))),
                new Breach(
                        Rules.UNKNOWN_GRANULARITY,
                        granularity + "queryGranularity",
                        "Granularity.period(",
                        () -> granularity(g -> g.queryGranularity(Granularity.of("PT1H")))),
                new Breach(
                        Rules.COARSER_THAN_SEGMENT,
                        granularity + "queryGranularity",
                        "make one equal",
                        () -> granularity(g -> g.segmentGranularity(HOUR).queryGranularity(DAY))),
                new Breach(
                        Rules.COARSER_THAN_SEGMENT,
                        granularity + "queryGranularity",
                        "make one equal",
                        () -> granularity(g -> g.queryGranularity(MONTH))),
                new Breach(
                        Rules.ROLLUP_WITHOUT_METRICS,
                        "spec.dataSchema",
                        "Metric.count(",
                        () -> schema(s -> s.metricsSpec())));
    }

    private static List<Breach> input() {
        String source = "spec.ioConfig.inputSource";
        String format = "spec.ioConfig.inputFormat";
        return List.of(
                new Breach(
                        Rules.NOTHING_TO_READ,
                        source + ".data",
                        "give at least one row",
                        () -> source(InputSource.inline(""))),
                new Breach(
                        Rules.NOTHING_TO_READ,
                        source,
                        "baseDir with filter, or files",
                        () -> source(InputSource.local(l -> l))),
                new Breach(
                        Rules.NOTHING_TO_READ, source + ".uris", "name at least one", () -> source(InputSource.http())),
                new Breach(
                        Rules.FILTER_WITH_BASE_DIR,
                        source,
                        "needs a filter",
                        () -> source(InputSource.local(l -> l.baseDir("/data")))),
                new Breach(
                        Rules.FILTER_WITH_BASE_DIR,
                        source,
                        "set baseDir or drop filter",
                        () -> source(InputSource.local(l -> l.files("/data/a").filter("*")))),
                new Breach(
                        Rules.URI_PROTOCOL,
                        source + ".uris[1]",
                        "neither http: nor https:",
                        () -> source(InputSource.http("https://example.org/a", "ftp://example.org/b"))),
                new Breach(Rules.COLUMNS_OR_HEADER, format, "needs columns, or", () -> format(InputFormat.csv(f -> f))),
                new Breach(
                        Rules.COLUMNS_OR_HEADER,
                        format,
                        "needs columns, or",
                        () -> format(InputFormat.tsv(f -> f.findColumnsFromHeader(false)))),
                new Breach(
                        Rules.DELIMITERS_DIFFER,
                        format + ".listDelimiter",
                        "choose another",
                        () -> format(InputFormat.csv(f -> f.columns("a").listDelimiter(",")))),
                new Breach(
                        Rules.DELIMITERS_DIFFER,
                        format + ".columns[1]",
                        "rename it",
                        () -> format(InputFormat.tsv(f -> f.columns("a", "b\tc")))),
                new Breach(
                        Rules.JSON_READER,
                        format,
                        "to false",
                        () -> format(
                                InputFormat.json(f -> f.useJsonNodeReader(true).assumeNewlineDelimited(true)))),
                new Breach(Rules.INPUT_FORMAT, format, "InputFormat.json()", () -> read(io -> io.inputFormat(null))));
    }

    private static List<Breach> batch() {
        String tuning = "spec.tuningConfig.";
        UnaryOperator<UniformGranularitySpec.Builder> anyTime = g -> g.segmentGranularity(DAY);
        return List.of(
                new Breach(
                        Rules.APPEND_AND_DROP,
                        "spec.ioConfig",
                        "set one to false",
                        () -> read(io -> io.appendToExisting(true).dropExisting(true))),
                new Breach(
                        Rules.DROP_NEEDS_INTERVALS,
                        "spec.dataSchema.granularitySpec.intervals",
                        "name what",
                        () -> task(t -> t.dataSchema(SCHEMA.toBuilder()
                                        .granularitySpec(anyTime)
                                        .build())
                                .ioConfig(READ.toBuilder().dropExisting(true).build()))),
                new Breach(
                        Rules.APPEND_NEEDS_DYNAMIC,
                        tuning + "partitionsSpec",
                        "PartitionsSpec.dynamic()",
                        () -> task(t -> t.ioConfig(
                                        READ.toBuilder().appendToExisting(true).build())
                                .tuningConfig(c -> c.partitionsSpec(PartitionsSpec.hashed())
                                        .forceGuaranteedRollup(true)))),
                new Breach(
                        Rules.APPEND_NEEDS_DYNAMIC,
                        tuning + "forceGuaranteedRollup",
                        "to false",
                        () -> task(t -> t.ioConfig(
                                        READ.toBuilder().appendToExisting(true).build())
                                .tuningConfig(c -> c.forceGuaranteedRollup(true)))),
                new Breach(
                        Rules.RANGE_NEEDS_FILES,
                        tuning + "partitionsSpec",
                        "read files, or use",
                        () -> task(t -> t.ioConfig(READ.toBuilder()
                                        .inputSource(InputSource.inline("{}"))
                                        .build())
                                .tuningConfig(
                                        c -> c.partitionsSpec(PartitionsSpec.range("page", p -> p.maxRowsPerSegment(5)))
                                                .forceGuaranteedRollup(true)))),
                new Breach(
                        Rules.ROLLUP_NEEDS_PARTITIONS,
                        tuning + "forceGuaranteedRollup",
                        "set it, or use",
                        () -> tuning(c -> c.partitionsSpec(PartitionsSpec.hashed()))),
                new Breach(
                        Rules.ROLLUP_NEEDS_PARTITIONS,
                        tuning + "forceGuaranteedRollup",
                        "hashed(..) or range",
                        () -> tuning(
                                c -> c.partitionsSpec(PartitionsSpec.dynamic()).forceGuaranteedRollup(true))),
                new Breach(
                        Rules.ONE_PARTITION_SIZE,
                        tuning + "partitionsSpec",
                        "keep one",
                        () -> partitions(
                                PartitionsSpec.hashed(p -> p.numShards(2).targetRowsPerSegment(5)))),
                new Breach(
                        Rules.ONE_PARTITION_SIZE,
                        tuning + "partitionsSpec",
                        "exactly one",
                        () -> partitions(PartitionsSpec.range("page", p -> p))),
                new Breach(
                        Rules.ONE_PARTITION_SIZE,
                        tuning + "partitionsSpec",
                        "exactly one",
                        () -> partitions(PartitionsSpec.range(
                                "page", p -> p.targetRowsPerSegment(5).maxRowsPerSegment(6)))),
                new Breach(
                        Rules.PARTITION_DIMENSIONS,
                        tuning + "partitionsSpec.partitionDimensions",
                        "to cut by",
                        () -> partitions(PartitionsSpec.range(List.of(), p -> p.maxRowsPerSegment(5)))),
                new Breach(
                        Rules.BATCH_WITHOUT_INTERVALS,
                        "spec.dataSchema.granularitySpec.intervals",
                        "name the time",
                        () -> schema(s -> s.granularitySpec(anyTime))));
    }

    private static List<Breach> amounts() {
        Duration before = Duration.ofMillis(-1);
        return List.of(
                negative("maxRetry", c -> c.maxRetry(-1)),
                negative("maxPendingPersists", c -> c.maxPendingPersists(-1)),
                negative("maxParseExceptions", c -> c.maxParseExceptions(-1)),
                negative("maxSavedParseExceptions", c -> c.maxSavedParseExceptions(-1)),
                negative("chatHandlerNumRetries", c -> c.chatHandlerNumRetries(-1)),
                negative("chatHandlerTimeout", c -> c.chatHandlerTimeout(before)),
                negative("pushTimeout", c -> c.pushTimeout(before)),
                negative("awaitSegmentAvailabilityTimeoutMillis", c -> c.awaitSegmentAvailabilityTimeoutMillis(-1)),
                new Breach(
                        Rules.NEGATIVE,
                        "spec.ioConfig.inputFormat.skipHeaderRows",
                        "0 or greater",
                        () -> format(TsvInputFormat.of(f -> f.columns("a").skipHeaderRows(-1)))),
                notPositive("maxNumConcurrentSubTasks", c -> c.maxNumConcurrentSubTasks(0)),
                notPositive("maxNumSegmentsToMerge", c -> c.maxNumSegmentsToMerge(0)),
                notPositive("totalNumMergeTasks", c -> c.totalNumMergeTasks(0)),
                notPositive("maxRowsInMemory", c -> c.maxRowsInMemory(0)),
                notPositive("numPersistThreads", c -> c.numPersistThreads(0)),
                notPositive("taskStatusCheckPeriodMs", c -> c.taskStatusCheckPeriodMs(0)),
                notPositive("maxRowsPerSegment", PartitionsSpec.dynamic(p -> p.maxRowsPerSegment(0))),
                notPositive("maxTotalRows", PartitionsSpec.dynamic(p -> p.maxTotalRows(0))),
                notPositive("numShards", PartitionsSpec.hashed(p -> p.numShards(0))),
                notPositive("targetRowsPerSegment", PartitionsSpec.hashed(p -> p.targetRowsPerSegment(0))),
                notPositive("targetRowsPerSegment", PartitionsSpec.range("page", p -> p.targetRowsPerSegment(0))),
                notPositive("maxRowsPerSegment", PartitionsSpec.range("page", p -> p.maxRowsPerSegment(-1))));
    }

    private static Breach negative(String property, UnaryOperator<IndexParallelTuningConfig.Builder> b) {
        return new Breach(Rules.NEGATIVE, "spec.tuningConfig." + property, "leave it out", () -> tuning(b));
    }

    private static Breach notPositive(String property, UnaryOperator<IndexParallelTuningConfig.Builder> b) {
        return new Breach(Rules.NOT_POSITIVE, "spec.tuningConfig." + property, "leave it out", () -> tuning(b));
    }

    private static Breach notPositive(String property, PartitionsSpec partitions) {
        return new Breach(
                Rules.NOT_POSITIVE,
                "spec.tuningConfig.partitionsSpec." + property,
                "leave it out",
                () -> partitions(partitions));
    }
}
