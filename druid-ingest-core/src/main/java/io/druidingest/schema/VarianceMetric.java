package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A variance, built from numbers. In the extension druid-stats.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/stats">stats</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableVarianceMetric.Builder.class)
public interface VarianceMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "variance";
    }

    @Override
    String name();

    String fieldName();

    @Nullable VarianceEstimator estimator();

    @DruidDefault("\"float\"")
    @Nullable VarianceInputType inputType();

    static VarianceMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableVarianceMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableVarianceMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link VarianceMetric}. */
    interface Builder extends SpecBuilder<VarianceMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Required. */
        Builder fieldName(String fieldName);

        /** What the variance is divided by. Druid's default: one less than the number of values. */
        Builder estimator(@Nullable VarianceEstimator estimator);

        /** What the field holds. Druid's default: {@code float}. */
        Builder inputType(@Nullable VarianceInputType inputType);

        @Override
        default VarianceMetric build() {
            return Specs.complete(((ImmutableVarianceMetric.Builder) this).partial());
        }
    }
}
