package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.coordinator.internal.MsqCompaction;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.query.VirtualColumn;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.unit.Granularity;
import io.druidingest.unit.IsoPeriod;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a datasource is reindexed in steps as it grows older. Since Druid 37, and for compaction supervisors only.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/automatic-compaction">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableReindexCascadeCompactionConfig.Builder.class)
public interface ReindexCascadeCompactionConfig extends CompactionConfig {

    @Override
    @JsonProperty("type")
    default String type() {
        return "reindexCascade";
    }

    ReindexingRuleProvider ruleProvider();

    Granularity defaultSegmentGranularity();

    PartitionsSpec defaultPartitionsSpec();

    List<VirtualColumn> defaultPartitioningVirtualColumns();

    @Nullable UserCompactionTuningConfig tuningConfig();

    @Nullable IsoPeriod skipOffsetFromLatest();

    @Nullable IsoPeriod skipOffsetFromNow();

    static ReindexCascadeCompactionConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableReindexCascadeCompactionConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableReindexCascadeCompactionConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        VirtualColumn.check(defaultPartitioningVirtualColumns(), at.at("defaultPartitioningVirtualColumns"));
        CompactionConfig.super.check(at);
        ReindexingRules.checkGranularity(defaultSegmentGranularity(), at.at("defaultSegmentGranularity"));
        MsqCompaction.checkPartitions(defaultPartitionsSpec(), at.at("defaultPartitionsSpec"));
        MsqCompaction.checkTasks(taskContext(), at.at("taskContext"));
        UserCompactionTuningConfig tuning = tuningConfig();
        if (tuning != null && tuning.partitionsSpec() != null) {
            at.at("tuningConfig")
                    .at("partitionsSpec")
                    .report(
                            Rules.CASCADE_PARTITIONS,
                            "stands beside defaultPartitionsSpec; say it there, or in a partitioning rule");
        }
        if (skipOffsetFromLatest() != null && skipOffsetFromNow() != null) {
            at.at("skipOffsetFromNow").report(Rules.ONE_SKIP_OFFSET, "stands beside skipOffsetFromLatest; keep one");
        }
    }

    /** Makes a {@link ReindexCascadeCompactionConfig}. */
    interface Builder extends CompactionConfig.Builder<ReindexCascadeCompactionConfig, Builder> {

        /** The rules that apply to data of an age. Required. */
        Builder ruleProvider(ReindexingRuleProvider ruleProvider);

        /** The time that a segment covers where no partitioning rule applies. Required. */
        Builder defaultSegmentGranularity(Granularity defaultSegmentGranularity);

        /** How rows are spread over segments where no partitioning rule applies: dynamic or range. Required. */
        Builder defaultPartitionsSpec(PartitionsSpec defaultPartitionsSpec);

        /** Columns that are computed for {@link #defaultPartitionsSpec}. None by default. */
        Builder defaultPartitioningVirtualColumns(Iterable<? extends VirtualColumn> defaultPartitioningVirtualColumns);

        /** The same, listed. */
        default Builder defaultPartitioningVirtualColumns(VirtualColumn... defaultPartitioningVirtualColumns) {
            return defaultPartitioningVirtualColumns(Arrays.asList(defaultPartitioningVirtualColumns));
        }

        /** How the tasks work, but for {@code partitionsSpec}. */
        Builder tuningConfig(@Nullable UserCompactionTuningConfig tuningConfig);

        /** The same, built here. */
        default Builder tuningConfig(UnaryOperator<UserCompactionTuningConfig.Builder> b) {
            return tuningConfig(UserCompactionTuningConfig.of(b));
        }

        /**
         * How much of the newest time is left alone, counted back from the end of the newest segment. Excludes {@link
         * #skipOffsetFromNow}.
         */
        Builder skipOffsetFromLatest(@Nullable IsoPeriod skipOffsetFromLatest);

        /** The same, as text, for example {@code P1D}. */
        default Builder skipOffsetFromLatest(String skipOffsetFromLatest) {
            return skipOffsetFromLatest(IsoPeriod.of(skipOffsetFromLatest));
        }

        /**
         * How much of the newest time is left alone, counted back from now. Excludes {@link #skipOffsetFromLatest}.
         */
        Builder skipOffsetFromNow(@Nullable IsoPeriod skipOffsetFromNow);

        /** The same, as text, for example {@code P1D}. */
        default Builder skipOffsetFromNow(String skipOffsetFromNow) {
            return skipOffsetFromNow(IsoPeriod.of(skipOffsetFromNow));
        }

        @Override
        default ReindexCascadeCompactionConfig build() {
            return Specs.valid(((ImmutableReindexCascadeCompactionConfig.Builder) this).partial());
        }
    }
}
