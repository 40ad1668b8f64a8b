package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A field that an expression computes from the others.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#transforms">transforms</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableExpressionTransform.Builder.class)
public interface ExpressionTransform extends Transform {

    @Override
    @JsonProperty("type")
    default String type() {
        return "expression";
    }

    @Override
    String name();

    String expression();

    static ExpressionTransform of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableExpressionTransform.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableExpressionTransform.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (expression().trim().isEmpty()) {
            at.at("expression").report(Rules.EMPTY_EXPRESSION, "is empty; say what to compute");
        }
    }

    /** Makes an {@link ExpressionTransform}. */
    interface Builder extends SpecBuilder<ExpressionTransform, Builder> {

        /** The field that it makes or, where the input has one of that name, hides. Required. */
        Builder name(String name);

        /** What computes it: a Druid expression. Required. */
        Builder expression(String expression);

        @Override
        default ExpressionTransform build() {
            return Specs.complete(((ImmutableExpressionTransform.Builder) this).partial());
        }
    }
}
