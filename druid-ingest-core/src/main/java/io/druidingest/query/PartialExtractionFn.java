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
 * Keeps values in which a regular expression is found; of others, null becomes.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#partial-extraction-function">extraction functions</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutablePartialExtractionFn.Builder.class)
public interface PartialExtractionFn extends ExtractionFn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "partial";
    }

    String expr();

    static PartialExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutablePartialExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutablePartialExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Syntax.regex(expr(), at.at("expr"));
    }

    /** Makes a {@link PartialExtractionFn}. */
    interface Builder extends SpecBuilder<PartialExtractionFn, Builder> {

        /** A Java regular expression. Required. */
        Builder expr(String expr);

        @Override
        default PartialExtractionFn build() {
            return Specs.complete(((ImmutablePartialExtractionFn.Builder) this).partial());
        }
    }
}
