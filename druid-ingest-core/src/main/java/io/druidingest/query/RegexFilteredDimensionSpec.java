package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A multi-value column of those values that a regular expression matches whole.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs">dimension specs</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRegexFilteredDimensionSpec.Builder.class)
public interface RegexFilteredDimensionSpec extends DimensionSpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "regexFiltered";
    }

    DimensionSpec delegate();

    String pattern();

    static RegexFilteredDimensionSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRegexFilteredDimensionSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRegexFilteredDimensionSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Syntax.regex(pattern(), at.at("pattern"));
    }

    /** Makes a {@link RegexFilteredDimensionSpec}. */
    interface Builder extends SpecBuilder<RegexFilteredDimensionSpec, Builder> {

        /** The column whose values are filtered. Required. */
        Builder delegate(DimensionSpec delegate);

        /** A Java regular expression. Required. */
        Builder pattern(String pattern);

        @Override
        default RegexFilteredDimensionSpec build() {
            return Specs.complete(((ImmutableRegexFilteredDimensionSpec.Builder) this).partial());
        }
    }
}
