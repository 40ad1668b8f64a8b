package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Matches rows where columns are equal, taken as text.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#column-comparison-filter">column comparison filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableColumnComparisonFilter.Builder.class)
public interface ColumnComparisonFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "columnComparison";
    }

    List<DimensionSpec> dimensions();

    static ColumnComparisonFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableColumnComparisonFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableColumnComparisonFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (dimensions().size() < 2) {
            at.at("dimensions").report(Rules.EMPTY_LIST, "has " + dimensions().size() + "; name at least two columns");
        }
    }

    /** Makes a {@link ColumnComparisonFilter}. */
    interface Builder extends SpecBuilder<ColumnComparisonFilter, Builder> {

        /** The columns. At least two. Replaces those set before. */
        Builder dimensions(Iterable<? extends DimensionSpec> dimensions);

        /** The same, listed. */
        default Builder dimensions(DimensionSpec... dimensions) {
            return dimensions(Arrays.asList(dimensions));
        }

        /** The same, of columns as they are. */
        default Builder dimensions(String... dimensions) {
            return dimensions(
                    Arrays.stream(dimensions).map(DimensionSpec::column).collect(Collectors.toList()));
        }

        @Override
        default ColumnComparisonFilter build() {
            return Specs.complete(((ImmutableColumnComparisonFilter.Builder) this).partial());
        }
    }
}
