package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A sketch of the distribution of numbers. In the extension druid-datasketches.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/datasketches-quantiles">quantiles sketch</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableQuantilesDoublesSketchMetric.Builder.class)
public interface QuantilesDoublesSketchMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "quantilesDoublesSketch";
    }

    @Override
    String name();

    String fieldName();

    @DruidDefault("128")
    @Nullable Integer k();

    @DruidDefault("1000000000")
    @Nullable Long maxStreamLength();

    @DruidDefault("true")
    @Nullable Boolean shouldFinalize();

    static QuantilesDoublesSketchMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableQuantilesDoublesSketchMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableQuantilesDoublesSketchMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        SketchSizes.powerOfTwo(k(), 2, 32768, at.at("k"));
    }

    /** Makes a {@link QuantilesDoublesSketchMetric}. */
    interface Builder extends SpecBuilder<QuantilesDoublesSketchMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field: numbers, or sketches. Required. */
        Builder fieldName(String fieldName);

        /** Exactness against size. A power of two, 2 to 32,768. Druid's default: 128. */
        Builder k(@Nullable Integer k);

        /** Values that the memory reserved by queries suffices for. Druid's default: 1,000,000,000. */
        Builder maxStreamLength(@Nullable Long maxStreamLength);

        /** The same; for a literal without the {@code L}. */
        default Builder maxStreamLength(long maxStreamLength) {
            return maxStreamLength(Long.valueOf(maxStreamLength));
        }

        /** Whether queries give the estimate instead of the sketch. Druid's default: true. */
        Builder shouldFinalize(@Nullable Boolean shouldFinalize);

        @Override
        default QuantilesDoublesSketchMetric build() {
            return Specs.complete(((ImmutableQuantilesDoublesSketchMetric.Builder) this).partial());
        }
    }
}
