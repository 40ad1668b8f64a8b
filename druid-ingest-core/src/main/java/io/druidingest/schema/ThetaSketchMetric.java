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
 * A theta sketch of distinct values, which knows unions, intersections and differences. In the extension
 * druid-datasketches.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/datasketches-theta">theta sketch</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableThetaSketchMetric.Builder.class)
public interface ThetaSketchMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "thetaSketch";
    }

    @Override
    String name();

    String fieldName();

    @DruidDefault("16384")
    @Nullable Integer size();

    @DruidDefault("false")
    @Nullable Boolean isInputThetaSketch();

    @DruidDefault("true")
    @Nullable Boolean shouldFinalize();

    @Nullable Integer errorBoundsStdDev();

    static ThetaSketchMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableThetaSketchMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableThetaSketchMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        SketchSizes.powerOfTwo(size(), 16, 67108864, at.at("size"));
    }

    /** Makes a {@link ThetaSketchMetric}. */
    interface Builder extends SpecBuilder<ThetaSketchMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field: values, or sketches where {@link #isInputThetaSketch} says so. Required. */
        Builder fieldName(String fieldName);

        /** Entries at most: exactness against size. A power of two, 16 to 67,108,864. Druid's default: 16,384. */
        Builder size(@Nullable Integer size);

        /** Whether the field holds sketches instead of values. Druid's default: false. */
        Builder isInputThetaSketch(@Nullable Boolean isInputThetaSketch);

        /** Whether queries give the estimate instead of the sketch. Druid's default: true. */
        Builder shouldFinalize(@Nullable Boolean shouldFinalize);

        /**
         * Standard deviations of the error bounds that queries give beside the estimate, 1 to 3. Druid's default: no
         * bounds.
         */
        Builder errorBoundsStdDev(@Nullable Integer errorBoundsStdDev);

        @Override
        default ThetaSketchMetric build() {
            return Specs.complete(((ImmutableThetaSketchMetric.Builder) this).partial());
        }
    }
}
