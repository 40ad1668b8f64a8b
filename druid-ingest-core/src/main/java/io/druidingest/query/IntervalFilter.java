package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Interval;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows where a column of milliseconds, such as {@code __time}, lies in some time.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#interval-filter">interval filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIntervalFilter.Builder.class)
public interface IntervalFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "interval";
    }

    String dimension();

    List<Interval> intervals();

    @Nullable ExtractionFn extractionFn();

    @Nullable FilterTuning filterTuning();

    static IntervalFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIntervalFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIntervalFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (intervals().isEmpty()) {
            at.at("intervals").report(Rules.EMPTY_LIST, "is empty; name at least one interval");
        }
        for (int i = 0; i < intervals().size(); i++) {
            if (intervals().get(i).start().equals(intervals().get(i).end())) {
                at.at("intervals").at(i).report(Rules.RANGE_ENDS, "covers no time; let its end be after its start");
            }
        }
    }

    /** Makes an {@link IntervalFilter}. */
    interface Builder extends SpecBuilder<IntervalFilter, Builder> {

        /** The column. Required. */
        Builder dimension(String dimension);

        /** The time. At least one interval, none of them empty. Replaces those set before. */
        Builder intervals(Iterable<? extends Interval> intervals);

        /** The same, listed. */
        default Builder intervals(Interval... intervals) {
            return intervals(Arrays.asList(intervals));
        }

        /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
        default Builder intervals(String... intervals) {
            return intervals(Specs.each(intervals, Interval::of));
        }

        /**
         * What is made of each value before it is compared. An expression does most of it better. Druid's default:
         * values as they are.
         */
        Builder extractionFn(@Nullable ExtractionFn extractionFn);

        /** Whether and when indexes are used. Druid's default: Druid decides. */
        Builder filterTuning(@Nullable FilterTuning filterTuning);

        /** The same, built here. */
        default Builder filterTuning(UnaryOperator<FilterTuning.Builder> b) {
            return filterTuning(FilterTuning.of(b));
        }

        @Override
        default IntervalFilter build() {
            return Specs.complete(((ImmutableIntervalFilter.Builder) this).partial());
        }
    }
}
