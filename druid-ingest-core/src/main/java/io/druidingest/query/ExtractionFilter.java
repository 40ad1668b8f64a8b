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
 * Matches rows where what is made of a column is a value. Deprecated by Druid in favour of {@link SelectorFilter}
 * with an {@code extractionFn}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#extraction-filter">extraction filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableExtractionFilter.Builder.class)
public interface ExtractionFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "extraction";
    }

    String dimension();

    @Nullable String value();

    ExtractionFn extractionFn();

    static ExtractionFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableExtractionFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableExtractionFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link ExtractionFilter}. */
    interface Builder extends SpecBuilder<ExtractionFilter, Builder> {

        /** The column. Required. */
        Builder dimension(String dimension);

        /** The value. Druid's default: null, which matches rows without a value. */
        Builder value(@Nullable String value);

        /** What is made of each value before it is compared. Required. */
        Builder extractionFn(ExtractionFn extractionFn);

        @Override
        default ExtractionFilter build() {
            return Specs.complete(((ImmutableExtractionFilter.Builder) this).partial());
        }
    }
}
