package io.druidingest.input;

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

/**
 * Files with times in given intervals.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#iceberg-filter-object">Iceberg filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIcebergIntervalFilter.Builder.class)
public interface IcebergIntervalFilter extends IcebergFilter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "interval";
    }

    String filterColumn();

    List<Interval> intervals();

    static IcebergIntervalFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIcebergIntervalFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIcebergIntervalFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (intervals().isEmpty()) {
            at.at("intervals").report(Rules.NO_FILTERS, "is empty; give at least one interval");
        }
    }

    /** Makes an {@link IcebergIntervalFilter}. */
    interface Builder extends SpecBuilder<IcebergIntervalFilter, Builder> {

        /** The column. Required. */
        Builder filterColumn(String filterColumn);

        /** The intervals, their ends excluded. At least one. */
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
        default IcebergIntervalFilter build() {
            return Specs.complete(((ImmutableIcebergIntervalFilter.Builder) this).partial());
        }
    }
}
