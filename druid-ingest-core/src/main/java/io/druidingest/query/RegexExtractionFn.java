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
 * Takes what a group of a regular expression finds.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#regular-expression-extraction-function">extraction functions</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRegexExtractionFn.Builder.class)
public interface RegexExtractionFn extends ExtractionFn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "regex";
    }

    String expr();

    @DruidDefault("1")
    @Nullable Integer index();

    @DruidDefault("false")
    @Nullable Boolean replaceMissingValue();

    @Nullable String replaceMissingValueWith();

    static RegexExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRegexExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRegexExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Syntax.regexGroup(expr(), index(), at);
    }

    /** Makes a {@link RegexExtractionFn}. */
    interface Builder extends SpecBuilder<RegexExtractionFn, Builder> {

        /** A Java regular expression. Required. */
        Builder expr(String expr);

        /** The group; 0 is all that is found. Druid's default: 1. */
        Builder index(@Nullable Integer index);

        /** Whether a value in which nothing is found is replaced; else it stays as it is. Druid's default: false. */
        Builder replaceMissingValue(@Nullable Boolean replaceMissingValue);

        /** By what it is replaced. Druid's default: null. */
        Builder replaceMissingValueWith(@Nullable String replaceMissingValueWith);

        @Override
        default RegexExtractionFn build() {
            return Specs.complete(((ImmutableRegexExtractionFn.Builder) this).partial());
        }
    }
}
