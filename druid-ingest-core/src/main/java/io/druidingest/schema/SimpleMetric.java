package io.druidingest.schema;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A sum, minimum or maximum of numbers: {@code longSum}, {@code doubleMin}, {@code floatMax} and the like.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations">aggregations</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSimpleMetric.Builder.class)
public interface SimpleMetric extends Metric {

    @Override
    String name();

    @Nullable String fieldName();

    @Nullable String expression();

    static SimpleMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSimpleMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSimpleMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if ((fieldName() == null) == (expression() == null)) {
            at.report(
                    Rules.FIELD_OR_EXPRESSION,
                    "\"" + name() + "\" needs exactly one of fieldName and expression; set one");
        }
    }

    /** Makes a {@link SimpleMetric}. */
    interface Builder extends SpecBuilder<SimpleMetric, Builder> {

        /**
         * {@code long}, {@code double} or {@code float}, followed by {@code Sum}, {@code Min} or {@code Max}.
         * Required.
         */
        Builder type(String type);

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Excludes {@link #expression}; one of the two is required. */
        Builder fieldName(@Nullable String fieldName);

        /** A Druid expression over input fields. Excludes {@link #fieldName}. */
        Builder expression(@Nullable String expression);

        @Override
        default SimpleMetric build() {
            return Specs.complete(((ImmutableSimpleMetric.Builder) this).partial());
        }
    }
}
