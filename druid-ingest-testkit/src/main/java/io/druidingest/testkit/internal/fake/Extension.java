package io.druidingest.testkit.internal.fake;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Extensions of Druid, and the types that each of them brings. */
@SuppressWarnings("ImmutableEnumChecker") // its sets and maps cannot be changed
public enum Extension {
    KAFKA("druid-kafka-indexing-service", "indexing.kafka.KafkaIndexTaskModule", stream("kafka", "kafka")),
    KINESIS(
            "druid-kinesis-indexing-service",
            "indexing.kinesis.KinesisIndexingServiceModule",
            stream("kinesis", "kinesis")),
    RABBIT("druid-rabbit-indexing-service", "indexing.rabbitstream.RabbitStreamIndexTaskModule", stream("rabbit")),
    MULTI_STAGE_QUERY(
            "druid-multi-stage-query", "msq.guice.MSQIndexingModule", Family.TASK, "query_controller", "query_worker"),
    S3("druid-s3-extensions", "storage.s3.S3StorageDruidModule", Family.INPUT_SOURCE, "s3"),
    GOOGLE("druid-google-extensions", "storage.google.GoogleStorageDruidModule", Family.INPUT_SOURCE, "google"),
    AZURE(
            "druid-azure-extensions",
            "storage.azure.AzureStorageDruidModule",
            Family.INPUT_SOURCE,
            "azure",
            "azureStorage"),
    HDFS("druid-hdfs-storage", "storage.hdfs.HdfsStorageDruidModule", Family.INPUT_SOURCE, "hdfs"),
    OSS("aliyun-oss-extensions", "storage.aliyun.OssStorageDruidModule", Family.INPUT_SOURCE, "oss"),
    DELTA("druid-deltalake-extensions", "delta.common.DeltaLakeDruidModule", Family.INPUT_SOURCE, "delta"),
    ICEBERG("druid-iceberg-extensions", "iceberg.common.IcebergDruidModule", Family.INPUT_SOURCE, "iceberg"),
    AVRO(
            "druid-avro-extensions",
            "data.input.avro.AvroExtensionsModule",
            Family.INPUT_FORMAT,
            "avro_ocf",
            "avro_stream"),
    ORC("druid-orc-extensions", "data.input.orc.OrcExtensionsModule", Family.INPUT_FORMAT, "orc"),
    PARQUET("druid-parquet-extensions", "data.input.parquet.ParquetExtensionsModule", Family.INPUT_FORMAT, "parquet"),
    PROTOBUF(
            "druid-protobuf-extensions",
            "data.input.protobuf.ProtobufExtensionsModule",
            Family.INPUT_FORMAT,
            "protobuf"),
    THRIFT("druid-thrift-extensions", "data.input.thrift.ThriftExtensionsModule", Family.INPUT_FORMAT, "thrift"),
    SKETCHES(
            "druid-datasketches",
            "query.aggregation.datasketches.theta.SketchModule",
            Family.METRIC,
            "HLLSketch",
            "HLLSketchBuild",
            "HLLSketchMerge",
            "KllDoublesSketch",
            "KllDoublesSketchMerge",
            "KllFloatsSketch",
            "KllFloatsSketchMerge",
            "arrayOfDoublesSketch",
            "quantilesDoublesSketch",
            "quantilesDoublesSketchMerge",
            "sketchBuild",
            "sketchMerge",
            "thetaSketch"),
    HISTOGRAM(
            "druid-histogram",
            "query.aggregation.histogram.ApproximateHistogramDruidModule",
            Family.METRIC,
            "approxHistogram",
            "approxHistogramFold",
            "fixedBucketsHistogram"),
    STATS("druid-stats", "query.aggregation.stats.DruidStatsModule", Family.METRIC, "variance", "varianceFold"),
    BLOOM("druid-bloom-filter", "guice.BloomFilterExtensionModule", Family.METRIC, "bloom"),
    BIG_DECIMAL(
            "druid-compressed-bigdecimal",
            "compressedbigdecimal.CompressedBigDecimalModule",
            Family.METRIC,
            "compressedBigDecimalMax",
            "compressedBigDecimalMin",
            "compressedBigDecimalSum"),
    DD_SKETCH("druid-ddsketch", "query.aggregation.ddsketch.DDSketchModule", Family.METRIC, "ddSketch"),
    DISTINCT_COUNT(
            "druid-distinctcount",
            "query.aggregation.distinctcount.DistinctCountDruidModule",
            Family.METRIC,
            "distinctCount"),
    MOMENT_SKETCH(
            "druid-momentsketch",
            "query.aggregation.momentsketch.MomentSketchModule",
            Family.METRIC,
            "momentSketch",
            "momentSketchMerge"),
    T_DIGEST(
            "druid-tdigestsketch",
            "query.aggregation.tdigestsketch.TDigestSketchModule",
            Family.METRIC,
            "tDigestSketch"),
    TIME_MIN_MAX("druid-time-min-max", "query.aggregation.TimestampMinMaxModule", Family.METRIC, "timeMax", "timeMin");

    private final String artifact;
    private final String module;
    private final Map<Family, Set<String>> types;

    Extension(String artifact, String module, Map<Family, Set<String>> types) {
        this.artifact = artifact;
        this.module = "org.apache.druid." + module;
        this.types = types;
    }

    Extension(String artifact, String module, Family family, String... types) {
        this(artifact, module, Map.of(family, Set.of(types)));
    }

    /** What there is to read a stream of this type; with formats of its own messages. */
    private static Map<Family, Set<String>> stream(String type, String... formats) {
        return Map.of(
                Family.TASK,
                Set.of("index_" + type),
                Family.SUPERVISOR,
                Set.of(type),
                Family.SAMPLER,
                Set.of(type),
                Family.METADATA,
                Set.of(type),
                Family.INPUT_FORMAT,
                Set.of(formats));
    }

    /** As it stands in {@code druid.extensions.loadList}. */
    String artifact() {
        return artifact;
    }

    /** Its class, as it is told among the modules of a node. */
    String module() {
        return module;
    }

    /** The types that it brings to a family. */
    Set<String> types(Family family) {
        return types.getOrDefault(family, Set.of());
    }

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException if the fake has none of this name
     */
    public static Extension of(String artifact) {
        return Arrays.stream(values())
                .filter(e -> e.artifact.equals(artifact))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the fake knows the extensions " + String.join(", ", names()) + ", not " + artifact));
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(Extension::artifact).collect(Collectors.toList());
    }
}
