package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows where a column, taken as text, has one of some values.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#in-filter">in filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableInFilter.Builder.class)
public interface InFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "in";
    }

    String dimension();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable List<@Nullable String> values();

    @Nullable ExtractionFn extractionFn();

    @Nullable FilterTuning filterTuning();

    static InFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableInFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableInFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (values() == null) {
            at.at("values").report(Rules.MISSING, "is required; set values");
        }
    }

    /** Makes an {@link InFilter}. */
    interface Builder extends SpecBuilder<InFilter, Builder> {

        /** The column. Required. */
        Builder dimension(String dimension);

        /**
         * The values; null among them matches rows without a value. Required; an empty list matches no row. Replaces
         * those set before.
         */
        Builder values(@Nullable Iterable<@Nullable String> values);

        /** The same, listed. */
        default Builder values(@Nullable String... values) {
            return values(Arrays.asList(values));
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
        default InFilter build() {
            return Specs.complete(((ImmutableInFilter.Builder) this).partial());
        }
    }
}
