package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One row a line of text, taken apart by a regular expression.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#regex-parser">regex</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRegexInputFormat.Builder.class)
public interface RegexInputFormat extends InputFormat {

    @Override
    @JsonProperty("type")
    default String type() {
        return "regex";
    }

    String pattern();

    List<String> columns();

    @DruidDefault("\"\\u0001\"")
    @Nullable String listDelimiter();

    static RegexInputFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRegexInputFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRegexInputFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        DelimitedText.checkRegex(pattern(), columns(), listDelimiter(), at);
    }

    /** Makes a {@link RegexInputFormat}. */
    interface Builder extends SpecBuilder<RegexInputFormat, Builder> {

        /** A regular expression of Java. The whole line has to match; its groups are the values. Required. */
        Builder pattern(String pattern);

        /** The names of the groups, in order. Druid's default: {@code column_1} and so on. */
        Builder columns(Iterable<String> columns);

        /** The same, listed. */
        default Builder columns(String... columns) {
            return columns(Arrays.asList(columns));
        }

        /** What separates the values of a list in one group. Druid's default: Ctrl-A. */
        Builder listDelimiter(@Nullable String listDelimiter);

        @Override
        default RegexInputFormat build() {
            return Specs.complete(((ImmutableRegexInputFormat.Builder) this).partial());
        }
    }
}
