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
 * Finds values in which a regular expression is found.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/searchquery#searchqueryspec">search query specs</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRegexSearchQuerySpec.Builder.class)
public interface RegexSearchQuerySpec extends SearchQuerySpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "regex";
    }

    String pattern();

    static RegexSearchQuerySpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRegexSearchQuerySpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRegexSearchQuerySpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Syntax.regex(pattern(), at.at("pattern"));
    }

    /** Makes a {@link RegexSearchQuerySpec}. */
    interface Builder extends SpecBuilder<RegexSearchQuerySpec, Builder> {

        /** A Java regular expression. Required. */
        Builder pattern(String pattern);

        @Override
        default RegexSearchQuerySpec build() {
            return Specs.complete(((ImmutableRegexSearchQuerySpec.Builder) this).partial());
        }
    }
}
