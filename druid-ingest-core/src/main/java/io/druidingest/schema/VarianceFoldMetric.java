package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.ServerAdds;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A variance, folded from variances. In the extension druid-stats.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/stats">stats</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds("inputType")
@JsonDeserialize(builder = ImmutableVarianceFoldMetric.Builder.class)
public interface VarianceFoldMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "varianceFold";
    }

    @Override
    String name();

    String fieldName();

    @Nullable VarianceEstimator estimator();

    static VarianceFoldMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableVarianceFoldMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableVarianceFoldMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link VarianceFoldMetric}. */
    interface Builder extends SpecBuilder<VarianceFoldMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Required. */
        Builder fieldName(String fieldName);

        /** What the variance is divided by. Druid's default: one less than the number of values. */
        Builder estimator(@Nullable VarianceEstimator estimator);

        @Override
        default VarianceFoldMetric build() {
            return Specs.complete(((ImmutableVarianceFoldMetric.Builder) this).partial());
        }
    }
}
