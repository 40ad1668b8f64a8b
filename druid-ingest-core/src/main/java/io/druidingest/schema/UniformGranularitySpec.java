package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Granularity;
import io.druidingest.unit.Interval;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Segments of equal time: an hour, a day, a month.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#granularityspec">granularitySpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUniformGranularitySpec.Builder.class)
public interface UniformGranularitySpec extends GranularitySpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "uniform";
    }

    @DruidDefault("\"DAY\"")
    @Nullable Granularity segmentGranularity();

    @Override
    @DruidDefault("\"NONE\"")
    @Nullable Granularity queryGranularity();

    @Override
    @DruidDefault("true")
    @Nullable Boolean rollup();

    @Override
    List<Interval> intervals();

    static UniformGranularitySpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUniformGranularitySpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUniformGranularitySpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Granularity segment = segmentGranularity() == null ? Granularity.DAY : segmentGranularity();
        Granularity query = queryGranularity() == null ? Granularity.NONE : queryGranularity();
        if (query.coarserThan(segment)) {
            at.at("queryGranularity")
                    .report(
                            Rules.COARSER_THAN_SEGMENT,
                            query + " is coarser than segmentGranularity " + segment + "; make one equal the other");
        }
        if (!segment.nests()) {
            at.at("segmentGranularity")
                    .report(Rules.ODD_SEGMENT_GRANULARITY, "is " + segment + "; prefer HOUR, DAY, MONTH or YEAR");
        }
    }

    /** Makes a {@link UniformGranularitySpec}. */
    interface Builder extends SpecBuilder<UniformGranularitySpec, Builder> {

        /** The time that one segment covers. Druid's default: {@code DAY}. */
        Builder segmentGranularity(@Nullable Granularity segmentGranularity);

        /**
         * What timestamps are truncated to; not coarser than {@code segmentGranularity}. Druid's default: {@code
         * NONE}.
         */
        Builder queryGranularity(@Nullable Granularity queryGranularity);

        /** Whether rows that are equal but for their metrics are merged. Druid's default: true. */
        Builder rollup(@Nullable Boolean rollup);

        /**
         * The time that the task writes; rows outside are dropped. Replaces those set before. Without any, Druid
         * reads the input twice.
         */
        Builder intervals(Iterable<? extends Interval> intervals);

        /** The same, listed. */
        default Builder intervals(Interval... intervals) {
            return intervals(Arrays.asList(intervals));
        }

        /** The same, in ISO-8601: {@code start/end}, {@code start/period} or {@code period/end}. */
        default Builder intervals(String... intervals) {
            return intervals(Specs.each(intervals, Interval::of));
        }

        @Override
        default UniformGranularitySpec build() {
            return Specs.complete(((ImmutableUniformGranularitySpec.Builder) this).partial());
        }
    }
}
