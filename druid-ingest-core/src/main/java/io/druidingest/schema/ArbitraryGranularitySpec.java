package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Granularity;
import io.druidingest.unit.Interval;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Segments that each cover one of the given intervals.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#granularityspec">granularitySpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableArbitraryGranularitySpec.Builder.class)
public interface ArbitraryGranularitySpec extends GranularitySpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "arbitrary";
    }

    static ArbitraryGranularitySpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableArbitraryGranularitySpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableArbitraryGranularitySpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (intervals().isEmpty()) {
            at.at("intervals").report(Rules.ARBITRARY_INTERVALS, "is empty; name the time that each segment covers");
        }
        for (int i = 0; i < intervals().size(); i++) {
            for (int j = 0; j < i; j++) {
                Interval a = intervals().get(i);
                Interval b = intervals().get(j);
                if (!a.equals(b) && a.start().isBefore(b.end()) && b.start().isBefore(a.end())) {
                    at.at("intervals")
                            .at(i)
                            .report(
                                    Rules.ARBITRARY_INTERVALS,
                                    a + " overlaps [" + j + "], which is " + b + "; part them");
                }
            }
        }
    }

    /** Makes an {@link ArbitraryGranularitySpec}. */
    interface Builder extends SpecBuilder<ArbitraryGranularitySpec, Builder> {

        /** What timestamps are truncated to. Druid's default: {@code NONE}. */
        Builder queryGranularity(@Nullable Granularity queryGranularity);

        /** Whether rows that are equal but for their metrics are merged. Druid's default: true. */
        Builder rollup(@Nullable Boolean rollup);

        /** The time that each segment covers; rows outside are dropped. None overlaps another. At least one. */
        Builder intervals(Iterable<? extends Interval> intervals);

        /** The same, listed. */
        default Builder intervals(Interval... intervals) {
            return intervals(Arrays.asList(intervals));
        }

        /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
        default Builder intervals(String... intervals) {
            return intervals(Specs.each(intervals, Interval::of));
        }

        @Override
        default ArbitraryGranularitySpec build() {
            return Specs.complete(((ImmutableArbitraryGranularitySpec.Builder) this).partial());
        }
    }
}
