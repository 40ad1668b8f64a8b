package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Rows that pass both of two filters, or either.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#delta-filter-object">Delta filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableDeltaLogicalFilter.Builder.class)
public interface DeltaLogicalFilter extends DeltaFilter {

    List<DeltaFilter> filters();

    static DeltaLogicalFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableDeltaLogicalFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableDeltaLogicalFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (filters().size() != 2) {
            at.at("filters")
                    .report(Rules.TWO_DELTA_FILTERS, "has " + filters().size() + "; give two, and nest for more");
        }
    }

    /** Makes a {@link DeltaLogicalFilter}. */
    interface Builder extends SpecBuilder<DeltaLogicalFilter, Builder> {

        /** The type id: {@code and} or {@code or}. Required. */
        Builder type(String type);

        /** The filters. Exactly two. */
        Builder filters(Iterable<? extends DeltaFilter> filters);

        /** The same, listed. */
        default Builder filters(DeltaFilter... filters) {
            return filters(Arrays.asList(filters));
        }

        @Override
        default DeltaLogicalFilter build() {
            return Specs.complete(((ImmutableDeltaLogicalFilter.Builder) this).partial());
        }
    }
}
