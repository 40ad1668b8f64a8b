package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Puts a value into a text.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#string-format-extraction-function">extraction functions</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableStringFormatExtractionFn.Builder.class)
public interface StringFormatExtractionFn extends ExtractionFn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "stringFormat";
    }

    String format();

    @DruidDefault("\"nullString\"")
    @Nullable StringFormatNullHandling nullHandling();

    static StringFormatExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableStringFormatExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableStringFormatExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Syntax.format(format(), at.at("format"));
    }

    /** Makes a {@link StringFormatExtractionFn}. */
    interface Builder extends SpecBuilder<StringFormatExtractionFn, Builder> {

        /** A pattern of Java's {@code String.format} with one {@code %s}. Required. */
        Builder format(String format);

        /** What becomes of null. Druid's default: {@code nullString}. */
        Builder nullHandling(@Nullable StringFormatNullHandling nullHandling);

        @Override
        default StringFormatExtractionFn build() {
            return Specs.complete(((ImmutableStringFormatExtractionFn.Builder) this).partial());
        }
    }
}
