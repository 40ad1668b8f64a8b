package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 * A histogram of buckets of equal width between two limits. In the extension druid-histogram.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/approximate-histograms#fixed-buckets-histogram">fixed buckets histogram</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableFixedBucketsHistogramMetric.Builder.class)
public interface FixedBucketsHistogramMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "fixedBucketsHistogram";
    }

    @Override
    String name();

    String fieldName();

    Double lowerLimit();

    Double upperLimit();

    OutlierHandlingMode outlierHandlingMode();

    @DruidDefault("10")
    @Nullable Integer numBuckets();

    @DruidDefault("false")
    @Nullable Boolean finalizeAsBase64Binary();

    static FixedBucketsHistogramMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableFixedBucketsHistogramMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableFixedBucketsHistogramMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(numBuckets(), at.at("numBuckets"));
        if (upperLimit() <= lowerLimit()) {
            at.at("upperLimit")
                    .report(
                            Rules.LIMITS_IN_ORDER,
                            "is " + upperLimit() + ", and lowerLimit is " + lowerLimit() + "; make it greater");
        }
    }

    /** Makes a {@link FixedBucketsHistogramMetric}. */
    interface Builder extends SpecBuilder<FixedBucketsHistogramMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field: numbers, or histograms. Required. */
        Builder fieldName(String fieldName);

        /** Lower end of the first bucket. Required. */
        Builder lowerLimit(Double lowerLimit);

        /** The same; for a literal of another type. */
        default Builder lowerLimit(double lowerLimit) {
            return lowerLimit(Double.valueOf(lowerLimit));
        }

        /** Upper end of the last bucket; greater than {@link #lowerLimit}. Required. */
        Builder upperLimit(Double upperLimit);

        /** The same; for a literal of another type. */
        default Builder upperLimit(double upperLimit) {
            return upperLimit(Double.valueOf(upperLimit));
        }

        /** What becomes of values outside of the limits. Required. */
        Builder outlierHandlingMode(OutlierHandlingMode outlierHandlingMode);

        /** Buckets. Positive. Druid's default: 10. */
        Builder numBuckets(@Nullable Integer numBuckets);

        /** Whether queries give the histogram in Base64 instead of text. Druid's default: false. */
        Builder finalizeAsBase64Binary(@Nullable Boolean finalizeAsBase64Binary);

        @Override
        default FixedBucketsHistogramMetric build() {
            return Specs.complete(((ImmutableFixedBucketsHistogramMetric.Builder) this).partial());
        }
    }
}
