package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows where a column lies in a range, compared by type.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#range-filter">range filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRangeFilter.Builder.class)
public interface RangeFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "range";
    }

    String column();

    ColumnType matchValueType();

    @Nullable JsonNode lower();

    @DruidDefault("false")
    @Nullable Boolean lowerOpen();

    @Nullable JsonNode upper();

    @DruidDefault("false")
    @Nullable Boolean upperOpen();

    @Nullable FilterTuning filterTuning();

    static RangeFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRangeFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRangeFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (lower() == null && upper() == null) {
            at.report(Rules.RANGE_ENDS, "has no end; set lower, upper or both");
        }
        MatchValues.check(matchValueType(), lower(), at.at("lower"));
        MatchValues.check(matchValueType(), upper(), at.at("upper"));
    }

    /** Makes a {@link RangeFilter}. */
    interface Builder extends SpecBuilder<RangeFilter, Builder> {

        /** The column. Required. */
        Builder column(String column);

        /** The type that values are compared as. Required. */
        Builder matchValueType(ColumnType matchValueType);

        /** The lower end. One of the two ends is required. Druid's default: none. */
        Builder lower(@Nullable JsonNode lower);

        /** The same, as a string, number, list or map. */
        default Builder lower(Object lower) {
            return lower(SpecJson.tree(lower));
        }

        /** Whether the lower end itself is left out. Druid's default: false. */
        Builder lowerOpen(@Nullable Boolean lowerOpen);

        /** The upper end. One of the two ends is required. Druid's default: none. */
        Builder upper(@Nullable JsonNode upper);

        /** The same, as a string, number, list or map. */
        default Builder upper(Object upper) {
            return upper(SpecJson.tree(upper));
        }

        /** Whether the upper end itself is left out. Druid's default: false. */
        Builder upperOpen(@Nullable Boolean upperOpen);

        /** Whether and when indexes are used. Druid's default: Druid decides. */
        Builder filterTuning(@Nullable FilterTuning filterTuning);

        /** The same, built here. */
        default Builder filterTuning(UnaryOperator<FilterTuning.Builder> b) {
            return filterTuning(FilterTuning.of(b));
        }

        @Override
        default RangeFilter build() {
            return Specs.complete(((ImmutableRangeFilter.Builder) this).partial());
        }
    }
}
