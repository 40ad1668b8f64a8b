package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows where a regular expression is found in a column.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#regular-expression-filter">regular expression filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRegexFilter.Builder.class)
public interface RegexFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "regex";
    }

    String dimension();

    String pattern();

    @Nullable ExtractionFn extractionFn();

    @Nullable FilterTuning filterTuning();

    static RegexFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRegexFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRegexFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Syntax.regex(pattern(), at.at("pattern"));
    }

    /** Makes a {@link RegexFilter}. */
    interface Builder extends SpecBuilder<RegexFilter, Builder> {

        /** The column. Required. */
        Builder dimension(String dimension);

        /** A Java regular expression, found anywhere in the value. Required. */
        Builder pattern(String pattern);

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
        default RegexFilter build() {
            return Specs.complete(((ImmutableRegexFilter.Builder) this).partial());
        }
    }
}
