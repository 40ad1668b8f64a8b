package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows where a column, taken as text, lies in a range.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#bound-filter">bound filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableBoundFilter.Builder.class)
public interface BoundFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "bound";
    }

    String dimension();

    @Nullable String lower();

    @DruidDefault("false")
    @Nullable Boolean lowerStrict();

    @Nullable String upper();

    @DruidDefault("false")
    @Nullable Boolean upperStrict();

    @DruidDefault("\"lexicographic\"")
    @Nullable StringComparator ordering();

    @Nullable ExtractionFn extractionFn();

    @Nullable FilterTuning filterTuning();

    static BoundFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableBoundFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableBoundFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (lower() == null && upper() == null) {
            at.report(Rules.RANGE_ENDS, "has no end; set lower, upper or both");
        }
    }

    /** Makes a {@link BoundFilter}. */
    interface Builder extends SpecBuilder<BoundFilter, Builder> {

        /** The column. Required. */
        Builder dimension(String dimension);

        /** The lower end. One of the two ends is required. Druid's default: none. */
        Builder lower(@Nullable String lower);

        /** Whether the lower end itself is left out. Druid's default: false. */
        Builder lowerStrict(@Nullable Boolean lowerStrict);

        /** The upper end. One of the two ends is required. Druid's default: none. */
        Builder upper(@Nullable String upper);

        /** Whether the upper end itself is left out. Druid's default: false. */
        Builder upperStrict(@Nullable Boolean upperStrict);

        /** How values are compared. Druid's default: {@code lexicographic}. */
        Builder ordering(@Nullable StringComparator ordering);

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
        default BoundFilter build() {
            return Specs.complete(((ImmutableBoundFilter.Builder) this).partial());
        }
    }
}
