package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows for which an expression says true.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#expression-filter">expression filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableExpressionFilter.Builder.class)
public interface ExpressionFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "expression";
    }

    String expression();

    @Nullable FilterTuning filterTuning();

    static ExpressionFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableExpressionFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableExpressionFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Syntax.expression(expression(), at.at("expression"));
    }

    /** Makes an {@link ExpressionFilter}. */
    interface Builder extends SpecBuilder<ExpressionFilter, Builder> {

        /** A Druid expression. Required. */
        Builder expression(String expression);

        /** Whether and when indexes are used. Druid's default: Druid decides. */
        Builder filterTuning(@Nullable FilterTuning filterTuning);

        /** The same, built here. */
        default Builder filterTuning(UnaryOperator<FilterTuning.Builder> b) {
            return filterTuning(FilterTuning.of(b));
        }

        @Override
        default ExpressionFilter build() {
            return Specs.complete(((ImmutableExpressionFilter.Builder) this).partial());
        }
    }
}
