package io.druidingest.schema;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An approximate histogram, deprecated by Druid in favour of {@link QuantilesDoublesSketchMetric}: built from
 * numbers, or folded from histograms. In the extension druid-histogram.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/approximate-histograms">approximate histograms</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableApproxHistogramMetric.Builder.class)
public interface ApproxHistogramMetric extends Metric {

    @Override
    String name();

    String fieldName();

    @DruidDefault("50")
    @Nullable Integer resolution();

    @DruidDefault("7")
    @Nullable Integer numBuckets();

    @Nullable Double lowerLimit();

    @Nullable Double upperLimit();

    @DruidDefault("false")
    @Nullable Boolean finalizeAsBase64Binary();

    static ApproxHistogramMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableApproxHistogramMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableApproxHistogramMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(resolution(), at.at("resolution"));
        Amounts.positive(numBuckets(), at.at("numBuckets"));
        if (upperLimit() != null && lowerLimit() != null && upperLimit() <= lowerLimit()) {
            at.at("upperLimit")
                    .report(
                            Rules.LIMITS_IN_ORDER,
                            "is " + upperLimit() + ", and lowerLimit is " + lowerLimit() + "; make it greater");
        }
    }

    /** Makes an {@link ApproxHistogramMetric}. */
    interface Builder extends SpecBuilder<ApproxHistogramMetric, Builder> {

        /** The type id: {@code approxHistogram} or {@code approxHistogramFold}. Required. */
        Builder type(String type);

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Required. */
        Builder fieldName(String fieldName);

        /** Points that are stored: exactness against size. Positive. Druid's default: 50. */
        Builder resolution(@Nullable Integer resolution);

        /** Buckets that queries give. Positive. Druid's default: 7. */
        Builder numBuckets(@Nullable Integer numBuckets);

        /** Least value that is told apart. Druid's default: no limit. */
        Builder lowerLimit(@Nullable Double lowerLimit);

        /** The same; for a literal of another type. */
        default Builder lowerLimit(double lowerLimit) {
            return lowerLimit(Double.valueOf(lowerLimit));
        }

        /** Greatest value that is told apart; greater than {@link #lowerLimit}. Druid's default: no limit. */
        Builder upperLimit(@Nullable Double upperLimit);

        /** The same; for a literal of another type. */
        default Builder upperLimit(double upperLimit) {
            return upperLimit(Double.valueOf(upperLimit));
        }

        /** Whether queries give the histogram in Base64 instead of JSON. Druid's default: false. */
        Builder finalizeAsBase64Binary(@Nullable Boolean finalizeAsBase64Binary);

        @Override
        default ApproxHistogramMetric build() {
            return Specs.complete(((ImmutableApproxHistogramMetric.Builder) this).partial());
        }
    }
}
