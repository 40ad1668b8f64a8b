package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Applies a JavaScript function. Druid runs none unless it is configured to.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#javascript-extraction-function">extraction functions</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableJavascriptExtractionFn.Builder.class)
public interface JavascriptExtractionFn extends ExtractionFn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "javascript";
    }

    String function();

    @DruidDefault("false")
    @Nullable Boolean injective();

    static JavascriptExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableJavascriptExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableJavascriptExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link JavascriptExtractionFn}. */
    interface Builder extends SpecBuilder<JavascriptExtractionFn, Builder> {

        /** A function of the value. Required. */
        Builder function(String function);

        /** Whether different values stay different. Druid's default: false. */
        Builder injective(@Nullable Boolean injective);

        @Override
        default JavascriptExtractionFn build() {
            return Specs.complete(((ImmutableJavascriptExtractionFn.Builder) this).partial());
        }
    }
}
