package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.coordinator.internal.MsqCompaction;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.IsoPeriod;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a datasource is compacted, all said here.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableInlineCompactionConfig.Builder.class)
public interface InlineCompactionConfig extends CompactionConfig, Compaction {

    @Override
    @JsonProperty("type")
    default String type() {
        return "inline";
    }

    @Nullable CompactionEngine engine();

    @DruidDefault("\"P1D\"")
    @Nullable IsoPeriod skipOffsetFromLatest();

    @Nullable Integer maxRowsPerSegment();

    @Nullable UserCompactionTuningConfig tuningConfig();

    @Nullable UserCompactionDimensionsConfig dimensionsSpec();

    @Nullable UserCompactionIOConfig ioConfig();

    static InlineCompactionConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableInlineCompactionConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableInlineCompactionConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        CompactionConfig.super.check(at);
        Amounts.positive(maxRowsPerSegment(), at.at("maxRowsPerSegment"));
        if (CompactionEngine.MSQ.equals(engine())) {
            checkMsq(at);
        }
    }

    private void checkMsq(Findings at) {
        if (tuningConfig() != null) {
            MsqCompaction.checkPartitions(
                    tuningConfig().partitionsSpec(), at.at("tuningConfig").at("partitionsSpec"));
        }
        if (granularitySpec() != null) {
            MsqCompaction.checkRollup(
                    granularitySpec().rollup(),
                    metricsSpec(),
                    at.at("granularitySpec").at("rollup"));
        }
        MsqCompaction.checkTasks(taskContext(), at.at("taskContext"));
    }

    /** Makes an {@link InlineCompactionConfig}. */
    interface Builder
            extends CompactionConfig.Builder<InlineCompactionConfig, Builder>,
                    Compaction.Builder<InlineCompactionConfig, Builder> {

        /** What runs the tasks. Druid's default: what the cluster is set to. Since Druid 31. */
        Builder engine(@Nullable CompactionEngine engine);

        /**
         * How much of the newest time is left alone, counted back from the end of the newest segment. Druid's default:
         * {@code P1D}.
         */
        Builder skipOffsetFromLatest(@Nullable IsoPeriod skipOffsetFromLatest);

        /** The same, as text, for example {@code P1D}. */
        default Builder skipOffsetFromLatest(String skipOffsetFromLatest) {
            return skipOffsetFromLatest(IsoPeriod.of(skipOffsetFromLatest));
        }

        /** Deprecated by Druid in favour of {@code tuningConfig.partitionsSpec}. Rows in one segment, about. */
        Builder maxRowsPerSegment(@Nullable Integer maxRowsPerSegment);

        /** How the tasks work. */
        Builder tuningConfig(@Nullable UserCompactionTuningConfig tuningConfig);

        /** The same, built here. */
        default Builder tuningConfig(UnaryOperator<UserCompactionTuningConfig.Builder> b) {
            return tuningConfig(UserCompactionTuningConfig.of(b));
        }

        /** The dimensions that are kept. Druid's default: all, as they were. */
        Builder dimensionsSpec(@Nullable UserCompactionDimensionsConfig dimensionsSpec);

        /** The same, built here. */
        default Builder dimensionsSpec(UnaryOperator<UserCompactionDimensionsConfig.Builder> b) {
            return dimensionsSpec(UserCompactionDimensionsConfig.of(b));
        }

        /** What becomes of segments in the way. */
        Builder ioConfig(@Nullable UserCompactionIOConfig ioConfig);

        /** The same, built here. */
        default Builder ioConfig(UnaryOperator<UserCompactionIOConfig.Builder> b) {
            return ioConfig(UserCompactionIOConfig.of(b));
        }

        @Override
        default InlineCompactionConfig build() {
            return Specs.valid(((ImmutableInlineCompactionConfig.Builder) this).partial());
        }
    }
}
