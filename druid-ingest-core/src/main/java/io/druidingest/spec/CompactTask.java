package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.coordinator.Compaction;
import io.druidingest.coordinator.CompactionGranularitySpec;
import io.druidingest.coordinator.internal.MsqCompaction;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.schema.DimensionsSpec;
import io.druidingest.tuning.TaskContext;
import io.druidingest.unit.Granularity;
import io.druidingest.unit.Interval;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Identifiers;
import io.druidingest.validation.Rules;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Writes the segments of an interval anew: larger, smaller, cut or sorted in another way.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/manual-compaction">manual compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCompactTask.Builder.class)
public interface CompactTask extends Task, Compaction {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "compact";
    }

    @Override
    String dataSource();

    @Nullable CompactIOConfig ioConfig();

    @Nullable Interval interval();

    @Nullable Granularity segmentGranularity();

    @JsonAlias("dimensions")
    @Nullable DimensionsSpec dimensionsSpec();

    @Nullable BatchTuningConfig tuningConfig();

    @DruidDefault("{\"type\": \"native\"}")
    @Nullable CompactionRunner compactionRunner();

    @Nullable TaskResource resource();

    static CompactTask of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCompactTask.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCompactTask.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Task.super.check(at);
        Identifiers.check(dataSource(), at.at("dataSource"));
        LockType.check(context(), false, at);
        BatchTuningConfig tuning = tuningConfig();
        Duration wait = tuning == null ? null : tuning.awaitSegmentAvailabilityTimeoutMillis();
        if (wait != null && !wait.isZero()) {
            at.at("tuningConfig")
                    .at("awaitSegmentAvailabilityTimeoutMillis")
                    .report(Rules.COMPACTION_AWAITS, "is " + wait + "; leave it out");
        }
        if (tuning instanceof IndexParallelTuningConfig
                && ((IndexParallelTuningConfig) tuning).maxAllowedLockCount() != null) {
            at.at("tuningConfig")
                    .at("maxAllowedLockCount")
                    .report(Rules.UNKNOWN_PROPERTY, "is not read in a compact task; leave it out");
        }
        CompactIOConfig io = ioConfig();
        if ((io == null) == (interval() == null)) {
            at.report(
                    Rules.ONE_COMPACTION_INPUT,
                    io == null
                            ? "says nowhere what to compact; set ioConfig"
                            : "has both ioConfig and interval, its former form; keep ioConfig");
        } else if (interval() != null) {
            EmptyInterval.check(interval(), at.at("interval"));
        } else if (io != null && io.inputSpec() instanceof MinorCompactionInputSpec) {
            checkMinor(io, at);
        }
        checkGranularity(at);
        if (compactionRunner() != null
                && CompactionRunner.Kind.MSQ.equals(compactionRunner().type())) {
            checkMsq(at);
        }
    }

    private void checkMsq(Findings at) {
        BatchTuningConfig tuning = tuningConfig();
        if (tuning != null && !FormerPartitioning.isDynamic(tuning)) {
            MsqCompaction.checkPartitions(
                    tuning.partitionsSpec(), at.at("tuningConfig").at("partitionsSpec"));
        }
        CompactionGranularitySpec granularity = granularitySpec();
        if (granularity != null || segmentGranularity() != null) {
            MsqCompaction.checkRollup(
                    granularity == null ? null : granularity.rollup(),
                    metricsSpec(),
                    at.at("granularitySpec").at("rollup"));
        }
        MsqCompaction.checkTasks(context(), at.at("context"));
    }

    private void checkGranularity(Findings at) {
        Granularity former = segmentGranularity();
        CompactionGranularitySpec granularity = granularitySpec();
        if (former != null && granularity != null && !former.equals(granularity.segmentGranularity())) {
            at.at("segmentGranularity")
                    .report(
                            Rules.ONE_SEGMENT_GRANULARITY,
                            "is " + former + ", and granularitySpec.segmentGranularity "
                                    + (granularity.segmentGranularity() == null
                                            ? "is not given; say it there"
                                            : granularity.segmentGranularity() + "; drop it"));
        }
    }

    /** Druid gives what was said in the former places back in the new ones. */
    @Override
    default void normalize(ObjectNode json) {
        Task.super.normalize(json);
        JsonNode interval = json.remove("interval");
        if (interval != null && !json.has("ioConfig")) {
            json.putObject("ioConfig")
                    .putObject("inputSpec")
                    .put("type", "interval")
                    .set("interval", interval);
        }
        JsonNode granularity = json.remove("segmentGranularity");
        if (granularity != null && !json.has("granularitySpec")) {
            json.putObject("granularitySpec").set("segmentGranularity", granularity);
        }
        if (json.path("tuningConfig").isObject()) { // it makes any its own
            ((ObjectNode) json.get("tuningConfig")).put("type", "compaction");
        }
    }

    private void checkMinor(CompactIOConfig io, Findings at) {
        if (!Boolean.TRUE.equals(io.dropExisting())) {
            at.at("ioConfig")
                    .at("dropExisting")
                    .report(Rules.MINOR_COMPACTION, "is not true, and inputSpec is minor; set it to true");
        }
        TaskContext context = context();
        if (context == null || !Boolean.TRUE.equals(context.useConcurrentLocks())) {
            at.at("context")
                    .at("useConcurrentLocks")
                    .report(Rules.MINOR_COMPACTION, "is not true, and inputSpec is minor; set it to true");
        }
    }

    /** Makes a {@link CompactTask}. */
    interface Builder extends Task.Builder<CompactTask, Builder>, Compaction.Builder<CompactTask, Builder> {

        /** The datasource to compact. Required. */
        Builder dataSource(String dataSource);

        /** Which segments. Needed, unless {@link #interval} is given. */
        Builder ioConfig(@Nullable CompactIOConfig ioConfig);

        /** The same, built here. */
        default Builder ioConfig(UnaryOperator<CompactIOConfig.Builder> b) {
            return ioConfig(CompactIOConfig.of(b));
        }

        /** The dimensions that are kept. Druid's default: all, as they were. */
        Builder dimensionsSpec(@Nullable DimensionsSpec dimensionsSpec);

        /** The same, built here. */
        default Builder dimensionsSpec(UnaryOperator<DimensionsSpec.Builder> b) {
            return dimensionsSpec(DimensionsSpec.of(b));
        }

        /** How the work is done. Druid's defaults where absent. */
        Builder tuningConfig(@Nullable BatchTuningConfig tuningConfig);

        /** What does the work. Druid's default: native batch tasks. Since Druid 31. */
        Builder compactionRunner(@Nullable CompactionRunner compactionRunner);

        /** The slots that it takes. */
        Builder resource(@Nullable TaskResource resource);

        /** The same, built here. */
        default Builder resource(UnaryOperator<TaskResource.Builder> b) {
            return resource(TaskResource.of(b));
        }

        /**
         * Deprecated by Druid in favour of {@link #ioConfig}, which it excludes. All segments of an interval. Not
         * empty.
         */
        Builder interval(@Nullable Interval interval);

        /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
        default Builder interval(String interval) {
            return interval(Interval.of(interval));
        }

        /** Deprecated by Druid in favour of {@link #granularitySpec}. The time that one segment covers. */
        Builder segmentGranularity(@Nullable Granularity segmentGranularity);

        @Override
        default CompactTask build() {
            return Specs.valid(((ImmutableCompactTask.Builder) this).partial());
        }
    }
}
