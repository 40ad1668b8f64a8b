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
 * Matches rows where a column holds some text.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#search-filter">search filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSearchFilter.Builder.class)
public interface SearchFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "search";
    }

    String dimension();

    SearchQuerySpec query();

    @Nullable ExtractionFn extractionFn();

    @Nullable FilterTuning filterTuning();

    static SearchFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSearchFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSearchFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link SearchFilter}. */
    interface Builder extends SpecBuilder<SearchFilter, Builder> {

        /** The column. Required. */
        Builder dimension(String dimension);

        /** What is looked for. Required. */
        Builder query(SearchQuerySpec query);

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
        default SearchFilter build() {
            return Specs.complete(((ImmutableSearchFilter.Builder) this).partial());
        }
    }
}
