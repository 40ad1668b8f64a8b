package io.druidingest.json;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How Druid's bases are called here, and what is left out on purpose. */
final class ContractNames {

    /** Ours for one of Druid's bases, or for {@code base type} where each id has a type of its own. */
    private static final Map<String, String> OURS = new TreeMap<>();

    static {
        name("AggregatorFactory", "Metric");
        name("BatchIndexingJobTemplate", "CompactionConfig");
        name("ClientCompactionTaskDimensionsSpec", "UserCompactionDimensionsConfig");
        name("ClientCompactionTaskGranularitySpec", "CompactionGranularitySpec");
        name("CompactionCandidateSearchPolicy", "CompactionPolicy");
        name("DataSourceCompactionConfig", "CompactionConfig");
        name("DimFilter", "Filter");
        name("DimensionSchema", "Dimension");
        name("GranularitySpec arbitrary", "GranularitySpec");
        name("HumanReadableBytes", "Bytes");
        name("IOConfig index", "IndexIOConfig");
        name("IOConfig index_parallel", "IndexParallelIOConfig");
        name("IOConfig compact", "CompactIOConfig");
        name("IndexTask.IndexIngestionSpec", "IndexIngestionSpec");
        name("JSONPathFieldSpec", "FlattenField");
        name("JSONPathSpec", "FlattenSpec");
        name("KafkaSupervisorIngestionSpec", "KafkaSupervisorSpec");
        name("NestedObjectVirtualColumn.TypedExpression", "TypedExpression");
        name("ParallelIndexIngestionSpec", "IndexParallelSpec");
        name("PasswordProvider", "Password");
        name("Rule", "RetentionRule");
        name("SQLInputSourceDatabaseConnector", "SqlDatabase");
        name("SupervisorSpec", "Supervisor");
        name("SystemFields", "SystemField");
        name("TuningConfig compaction", "CompactionTuningConfig");
        name("TuningConfig index", "IndexTuningConfig");
        name("TuningConfig index_parallel", "IndexParallelTuningConfig");
        name("TuningConfig kafka", "KafkaSupervisorTuningConfig");
        name("FixedIntervalOrderPolicy.Candidate", "CompactionCandidate");
        name("UserCompactionTaskDimensionsConfig", "UserCompactionDimensionsConfig");
        name("UserCompactionTaskGranularityConfig", "CompactionGranularitySpec");
        name("UserCompactionTaskIOConfig", "UserCompactionIOConfig");
        name("UserCompactionTaskQueryTuningConfig", "UserCompactionTuningConfig");
        name("VirtualColumns", "VirtualColumn");
        name("part kinesis.ioConfig", "KinesisSupervisorIOConfig");
        name("part kinesis.tuningConfig", "KinesisSupervisorTuningConfig");
        name("part rabbit.ioConfig", "RabbitSupervisorIOConfig");
    }

    /** What is left out, {@code Base type} or {@code Base type property}, and why. */
    static final Map<String, String> EXCLUDED = new TreeMap<>();

    /** {@code Type.property}s that are required here and not by Druid, or the reverse, and why. */
    static final Map<String, String> REQUIRED_OTHERWISE = new TreeMap<>();

    /** {@code Type.property}s that may be empty here although Druid needs them, and why. */
    static final Map<String, String> EMPTY_OTHERWISE = new TreeMap<>();

    /** {@code Type.property}s for which the smallest object that Druid reads does not tell what is assumed, and why. */
    static final Map<String, String> DEFAULT_OTHERWISE = new TreeMap<>();

    static {
        because(
                EXCLUDED,
                "Druid has the id and cannot read it: its class has no creator",
                "AggregatorFactory stringFirstFold",
                "AggregatorFactory stringLastFold");
        because(
                EXCLUDED,
                "segments that Druid makes of nothing; no segment with rows can be read by it",
                "SegmentizerFactory tombstoneSegmentFactory");
        because(
                EXCLUDED,
                "the mark that Druid itself writes over a terminated supervisor; nobody sends one",
                "SupervisorSpec NoopSupervisorSpec");
        because(
                EXCLUDED,
                "how Druid writes locale; it does not apply what it reads there",
                "ExtractionFn lower localeString",
                "ExtractionFn upper localeString");
        because(
                EXCLUDED,
                "it runs index_hadoop, which is left out because Druid 37 does without Hadoop",
                "SupervisorSpec derivativeDataSource");
        because(
                EXCLUDED,
                "the spelling before spec, which Druid deprecates as it does for Kafka",
                "SupervisorSpec kinesis dataSchema",
                "SupervisorSpec kinesis ioConfig",
                "SupervisorSpec kinesis tuningConfig");
        because(
                EXCLUDED,
                "Druid writes it and does not read it",
                "AggregatorFactory momentSketchMerge fieldName",
                "AggregatorFactory varianceFold inputType");
        because(
                EXCLUDED,
                "documented for streams in general; the class of this stream does not read it",
                "part kinesis.ioConfig idleConfig",
                "part kinesis.ioConfig stopTaskCount",
                "part kinesis.tuningConfig numPersistThreads",
                "part rabbit.ioConfig idleConfig",
                "part rabbit.ioConfig useEarliestSequenceNumber");
    }

    static {
        because(
                REQUIRED_OTHERWISE,
                "Druid takes one of several, of which the smallest object has this",
                "CompactTask.ioConfig",
                "DruidInputSource.interval",
                "KafkaSupervisorIOConfig.topicPattern",
                "LookupDimensionSpec.lookup",
                "RangePartitionsSpec.targetRowsPerSegment",
                "SimpleMetric.expression");
        because(
                REQUIRED_OTHERWISE,
                "Druid refuses the whole without it, which the smallest object, read by itself, does not show",
                "ClientSqlQuery.query",
                "CompactIOConfig.inputSpec",
                "ExpressionMetric.fold",
                "KafkaSupervisorSpec.dataSchema",
                "KafkaSupervisorSpec.ioConfig",
                "LookupExtractionFn.lookup",
                "SqlInputSource.database");
        because(
                REQUIRED_OTHERWISE,
                "Druid takes its absence for null, which has to be said here",
                "ClientSqlParameter.value");
        because(
                REQUIRED_OTHERWISE,
                "Druid asks a Broker for it, which the smallest object has none of",
                "ScheduledBatchSupervisor.dataSource");
        because(
                REQUIRED_OTHERWISE,
                "Druid reads it without, and fails or comes to nothing when it is used",
                "AutoDimension.name",
                "AutocompactSupervisor.spec",
                "CardinalityMetric.name",
                "ClientSqlParameter.type",
                "CompactionCandidate.datasource",
                "CompactionCandidate.interval",
                "ContainsSearchQuerySpec.value",
                "DataSchema.dimensionsSpec",
                "DefaultDimensionSpec.dimension",
                "DropBeforeByPeriodRule.period",
                "ExpressionFilter.expression",
                "ExpressionMetric.initialValue",
                "FallbackVirtualColumn.name",
                "GeneratorColumnSchema.distributionType",
                "GeneratorColumnSchema.name",
                "GeneratorColumnSchema.type",
                "HyperUniqueMetric.fieldName",
                "HyperUniqueMetric.name",
                "IndexIOConfig.inputSource",
                "IndexParallelIOConfig.inputSource",
                "InsensitiveContainsSearchQuerySpec.value",
                "IntervalCompactionInputSpec.interval",
                "IntervalRule.interval",
                "JsonDimension.name",
                "KafkaSupervisorIOConfig.inputFormat",
                "LoadByIntervalRule.interval",
                "LoadByPeriodRule.period",
                "MinorCompactionInputSpec.interval",
                "MvFilteredVirtualColumn.delegate",
                "NestedFieldVirtualColumn.columnName",
                "NestedFieldVirtualColumn.outputName",
                "NumericDimension.name",
                "PeriodRule.period",
                "RadiusBound.radius",
                "RegexInputFormat.pattern",
                "ScheduledBatchSupervisor.schedulerConfig",
                "ScheduledBatchSupervisor.spec",
                "SegmentDescriptor.itvl",
                "SegmentDescriptor.part",
                "SegmentDescriptor.ver",
                "SpatialDimension.name",
                "SpatialDimensionSchema.dimName",
                "StringDimension.name");
    }

    static {
        because(
                EMPTY_OTHERWISE,
                "Druid takes one of several, and the test gives the others",
                "CardinalityMetric.fields",
                "CsvInputFormat.columns",
                "GeneratorInputSource.schema");
    }

    static {
        because(
                DEFAULT_OTHERWISE,
                "0 is shown only while scaling is off; with it on they are needed",
                "CostBasedAutoScalerConfig.taskCountMax",
                "CostBasedAutoScalerConfig.taskCountMin",
                "LagBasedAutoScalerConfig.taskCountMax",
                "LagBasedAutoScalerConfig.taskCountMin");
        because(
                DEFAULT_OTHERWISE,
                "follows another property",
                "ArrayOfDoublesSketchMetric.numberOfValues",
                "ExpressionMetric.combine",
                "FilteredMetric.name",
                "LookupExtractionFn.injective");
        because(
                DEFAULT_OTHERWISE,
                "required here; the 0 is that of a number that was never set",
                "RadiusBound.radius",
                "SegmentDescriptor.part");
    }

    private ContractNames() {}

    private static void because(Map<String, String> map, String reason, String... what) {
        for (String one : what) {
            map.put(one, reason);
        }
    }

    private static void name(String druid, String ours) {
        OURS.put(druid, ours);
    }

    /** The simple name of our family, type or unit. */
    static String ours(Contract.Type druid) {
        return OURS.getOrDefault(druid.toString(), OURS.getOrDefault(druid.base, druid.base));
    }

    /** Why a type, or one of its properties, is left out; null where it is not. */
    static @Nullable String exclusion(Contract.Type type, Contract.@Nullable Property property) {
        return EXCLUDED.get(property == null ? type.toString() : property.toString());
    }
}
