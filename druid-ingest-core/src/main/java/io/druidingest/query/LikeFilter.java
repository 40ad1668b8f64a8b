package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows where a column is like an SQL pattern.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#like-filter">like filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableLikeFilter.Builder.class)
public interface LikeFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "like";
    }

    String dimension();

    String pattern();

    @Nullable String escape();

    @Nullable ExtractionFn extractionFn();

    @Nullable FilterTuning filterTuning();

    static LikeFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableLikeFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableLikeFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (escape() != null && escape().length() != 1) {
            at.at("escape")
                    .report(
                            Rules.ILLEGAL_PATTERN,
                            "\"" + escape() + "\" is not one character; use one, or leave it out");
        }
    }

    /** Makes a {@link LikeFilter}. */
    interface Builder extends SpecBuilder<LikeFilter, Builder> {

        /** The column. Required. */
        Builder dimension(String dimension);

        /** The pattern: {@code %} stands for any text, {@code _} for any character. Required. */
        Builder pattern(String pattern);

        /** One character that takes the meaning from the next one. Druid's default: none. */
        Builder escape(@Nullable String escape);

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
        default LikeFilter build() {
            return Specs.complete(((ImmutableLikeFilter.Builder) this).partial());
        }
    }
}
