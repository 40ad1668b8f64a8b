package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows where a column, taken as text, has a value.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#selector-filter">selector filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSelectorFilter.Builder.class)
public interface SelectorFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "selector";
    }

    String dimension();

    @Nullable String value();

    @Nullable ExtractionFn extractionFn();

    @Nullable FilterTuning filterTuning();

    static SelectorFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSelectorFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSelectorFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link SelectorFilter}. */
    interface Builder extends SpecBuilder<SelectorFilter, Builder> {

        /** The column. Required. */
        Builder dimension(String dimension);

        /** The value. Druid's default: null, which matches rows without a value. */
        Builder value(@Nullable String value);

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
        default SelectorFilter build() {
            return Specs.complete(((ImmutableSelectorFilter.Builder) this).partial());
        }
    }
}
