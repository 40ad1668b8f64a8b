package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Keeps values that a search finds; of others, null becomes.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#search-query-extraction-function">extraction functions</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSearchQueryExtractionFn.Builder.class)
public interface SearchQueryExtractionFn extends ExtractionFn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "searchQuery";
    }

    SearchQuerySpec query();

    static SearchQueryExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSearchQueryExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSearchQueryExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link SearchQueryExtractionFn}. */
    interface Builder extends SpecBuilder<SearchQueryExtractionFn, Builder> {

        /** What is looked for. Required. */
        Builder query(SearchQuerySpec query);

        @Override
        default SearchQueryExtractionFn build() {
            return Specs.complete(((ImmutableSearchQueryExtractionFn.Builder) this).partial());
        }
    }
}
