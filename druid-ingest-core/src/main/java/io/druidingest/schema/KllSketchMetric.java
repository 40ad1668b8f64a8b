package io.druidingest.schema;

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
 * A KLL sketch of the distribution of numbers: smaller than {@link QuantilesDoublesSketchMetric} at the same
 * exactness. In the extension druid-datasketches.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/datasketches-kll">KLL sketch</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableKllSketchMetric.Builder.class)
public interface KllSketchMetric extends Metric {

    @Override
    String name();

    String fieldName();

    @DruidDefault("200")
    @Nullable Integer k();

    @DruidDefault("1000000000")
    @Nullable Long maxStreamLength();

    static KllSketchMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableKllSketchMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableKllSketchMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        SketchSizes.between(k(), 8, 65535, at.at("k"));
    }

    /** Makes a {@link KllSketchMetric}. */
    interface Builder extends SpecBuilder<KllSketchMetric, Builder> {

        /** The type id: {@code KllDoublesSketch} or {@code KllFloatsSketch}. Required. */
        Builder type(String type);

        /** The column. Required. */
        Builder name(String name);

        /** The input field: numbers, or sketches. Required. */
        Builder fieldName(String fieldName);

        /** Exactness against size. 8 to 65,535. Druid's default: 200. */
        Builder k(@Nullable Integer k);

        /** Values that the memory reserved by queries suffices for. Druid's default: 1,000,000,000. */
        Builder maxStreamLength(@Nullable Long maxStreamLength);

        /** The same; for a literal without the {@code L}. */
        default Builder maxStreamLength(long maxStreamLength) {
            return maxStreamLength(Long.valueOf(maxStreamLength));
        }

        @Override
        default KllSketchMetric build() {
            return Specs.complete(((ImmutableKllSketchMetric.Builder) this).partial());
        }
    }
}
