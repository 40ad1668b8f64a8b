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
 * A column that an expression computes.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns#expression-virtual-column">virtual columns</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableExpressionVirtualColumn.Builder.class)
public interface ExpressionVirtualColumn extends VirtualColumn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "expression";
    }

    String name();

    String expression();

    @Nullable ColumnType outputType();

    static ExpressionVirtualColumn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableExpressionVirtualColumn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableExpressionVirtualColumn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Syntax.expression(expression(), at.at("expression"));
    }

    @Override
    default String makes() {
        return name();
    }

    /** Makes an {@link ExpressionVirtualColumn}. */
    interface Builder extends SpecBuilder<ExpressionVirtualColumn, Builder> {

        /** The column that it makes. Required. */
        Builder name(String name);

        /** A Druid expression. Required. */
        Builder expression(String expression);

        /** The type of what comes out. Druid's default: what Druid tells from the expression, else {@code FLOAT}. */
        Builder outputType(@Nullable ColumnType outputType);

        @Override
        default ExpressionVirtualColumn build() {
            return Specs.complete(((ImmutableExpressionVirtualColumn.Builder) this).partial());
        }
    }
}
