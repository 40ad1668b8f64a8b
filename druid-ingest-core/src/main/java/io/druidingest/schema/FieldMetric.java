package io.druidingest.schema;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A metric that reads one field and has nothing more to say: {@code longAny}, {@code timeMin}, {@code
 * spectatorHistogram}, {@code Bitmap64ExactCountBuild} and the like.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations">aggregations</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableFieldMetric.Builder.class)
public interface FieldMetric extends Metric {

    @Override
    String name();

    String fieldName();

    static FieldMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableFieldMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableFieldMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (type().equals("doubleMean")) {
            at.at("type")
                    .report(
                            Rules.QUERY_ONLY_METRIC,
                            "doubleMean cannot be stored; use a doubleSum and a count, and divide in the query");
        }
    }

    /** Makes a {@link FieldMetric}. */
    interface Builder extends SpecBuilder<FieldMetric, Builder> {

        /**
         * The type id: {@code longAny}, {@code doubleAny}, {@code floatAny}, {@code doubleMean}, {@code timeMin},
         * {@code timeMax}, {@code spectatorHistogram}, {@code spectatorHistogramTimer}, {@code
         * spectatorHistogramDistribution}, {@code Bitmap64ExactCountBuild} or {@code Bitmap64ExactCountMerge}.
         * Required.
         */
        Builder type(String type);

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Required. */
        Builder fieldName(String fieldName);

        @Override
        default FieldMetric build() {
            return Specs.complete(((ImmutableFieldMetric.Builder) this).partial());
        }
    }
}
