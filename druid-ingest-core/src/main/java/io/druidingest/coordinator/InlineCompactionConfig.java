package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.schema.AggregateProjectionSpec;
import io.druidingest.schema.Metric;
import io.druidingest.unit.IsoPeriod;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.util.Arrays;
import java.util.List;
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
public interface InlineCompactionConfig extends CompactionConfig {

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

    @Nullable CompactionGranularitySpec granularitySpec();

    @Nullable UserCompactionDimensionsConfig dimensionsSpec();

    List<Metric> metricsSpec();

    @Nullable CompactionTransformSpec transformSpec();

    List<AggregateProjectionSpec> projections();

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
            MsqCompaction.check(this, at);
        }
    }

    /** Makes an {@link InlineCompactionConfig}. */
    interface Builder extends CompactionConfig.Builder<InlineCompactionConfig, Builder> {

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

        /** How time is cut anew. Druid's default: as it was. */
        Builder granularitySpec(@Nullable CompactionGranularitySpec granularitySpec);

        /** The same, built here. */
        default Builder granularitySpec(UnaryOperator<CompactionGranularitySpec.Builder> b) {
            return granularitySpec(CompactionGranularitySpec.of(b));
        }

        /** The dimensions that are kept. Druid's default: all, as they were. */
        Builder dimensionsSpec(@Nullable UserCompactionDimensionsConfig dimensionsSpec);

        /** The same, built here. */
        default Builder dimensionsSpec(UnaryOperator<UserCompactionDimensionsConfig.Builder> b) {
            return dimensionsSpec(UserCompactionDimensionsConfig.of(b));
        }

        /** The metrics, where rows are rolled up anew. None by default: as they were. */
        Builder metricsSpec(Iterable<? extends Metric> metricsSpec);

        /** The same, listed. */
        default Builder metricsSpec(Metric... metricsSpec) {
            return metricsSpec(Arrays.asList(metricsSpec));
        }

        /** Which rows are kept. Druid's default: all. */
        Builder transformSpec(@Nullable CompactionTransformSpec transformSpec);

        /** The same, built here. */
        default Builder transformSpec(UnaryOperator<CompactionTransformSpec.Builder> b) {
            return transformSpec(CompactionTransformSpec.of(b));
        }

        /** The projections. None by default: as they were. Since Druid 32. */
        Builder projections(Iterable<? extends AggregateProjectionSpec> projections);

        /** The same, listed. */
        default Builder projections(AggregateProjectionSpec... projections) {
            return projections(Arrays.asList(projections));
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
