package io.druidingest.json;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How Druid's bases are called here, and what is left out on purpose. */
final class ContractNames {

    /** Ours for one of Druid's bases, or for {@code base type} where each id has a type of its own. */
    private static final Map<String, String> OURS = new TreeMap<>();

    static {
        name("AggregatorFactory", "Metric");
        name("AppendableIndexSpec", "AppendableIndexSpec");
        name("AzureStorageAccountInputSourceConfig", "AzureInputSourceConfig");
        name("BatchIndexingJobTemplate", "CompactionConfig");
        name("BitmapSerdeFactory", "Bitmap");
        name("ClientSqlQuery", "SqlQuery");
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
        name("Rule", "RetentionRule");
        name("SegmentWriteOutMediumFactory", "SegmentWriteOutMedium");
        name("SupervisorSpec", "Supervisor");
        name("TuningConfig compaction", "CompactionTuningConfig");
        name("TuningConfig index", "IndexTuningConfig");
        name("TuningConfig index_parallel", "IndexParallelTuningConfig");
        name("TuningConfig kafka", "KafkaSupervisorTuningConfig");
        name("FixedIntervalOrderPolicy.Candidate", "CompactionCandidate");
        name("UserCompactionTaskDimensionsConfig", "UserCompactionDimensionsConfig");
        name("UserCompactionTaskGranularityConfig", "CompactionGranularitySpec");
        name("UserCompactionTaskIOConfig", "UserCompactionIOConfig");
        name("UserCompactionTaskQueryTuningConfig", "UserCompactionTuningConfig");
        name("part kinesis.ioConfig", "KinesisSupervisorIOConfig");
        name("part kinesis.tuningConfig", "KinesisSupervisorTuningConfig");
        name("part rabbit.ioConfig", "RabbitSupervisorIOConfig");
    }

    /** What is left out, {@code Base type} or {@code Base type property}, and why. */
    static final Map<String, String> EXCLUDED = Map.of();

    /** {@code Type.property}s for which the smallest object that Druid reads does not tell whether they are needed. */
    static final Set<String> REQUIRED_OTHERWISE = Set.of();

    /** {@code Type.property}s for which the smallest object that Druid reads does not tell what is assumed. */
    static final Set<String> DEFAULT_OTHERWISE = Set.of();

    /** {@code Type.property}s that Druid's classes mark deprecated without a successor. */
    static final Set<String> NOT_CALLED_DEPRECATED = Set.of();

    private ContractNames() {}

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
