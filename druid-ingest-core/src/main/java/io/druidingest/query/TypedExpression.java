package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A value of a {@link NestedObjectVirtualColumn}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns">virtual columns</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableTypedExpression.Builder.class)
public interface TypedExpression extends SpecObject {

    String expression();

    ColumnType type();

    static TypedExpression of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableTypedExpression.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableTypedExpression.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Syntax.expression(expression(), at.at("expression"));
    }

    /** Makes a {@link TypedExpression}. */
    interface Builder extends SpecBuilder<TypedExpression, Builder> {

        /** What computes it: a Druid expression. Required. */
        Builder expression(String expression);

        /** Its type. Required. */
        Builder type(ColumnType type);

        @Override
        default TypedExpression build() {
            return Specs.complete(((ImmutableTypedExpression.Builder) this).partial());
        }
    }
}
