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
 * Matches rows for which a JavaScript function says true. Druid runs none unless it is configured to.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#javascript-filter">JavaScript filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableJavascriptFilter.Builder.class)
public interface JavascriptFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "javascript";
    }

    String dimension();

    String function();

    @Nullable ExtractionFn extractionFn();

    @Nullable FilterTuning filterTuning();

    static JavascriptFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableJavascriptFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableJavascriptFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link JavascriptFilter}. */
    interface Builder extends SpecBuilder<JavascriptFilter, Builder> {

        /** The column. Required. */
        Builder dimension(String dimension);

        /** A function of the value. Required. */
        Builder function(String function);

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
        default JavascriptFilter build() {
            return Specs.complete(((ImmutableJavascriptFilter.Builder) this).partial());
        }
    }
}
