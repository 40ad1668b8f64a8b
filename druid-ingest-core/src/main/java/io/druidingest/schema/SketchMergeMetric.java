package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.ServerAdds;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An older name of {@link ThetaSketchMetric} over sketches.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/datasketches-theta">theta sketch</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds("isInputThetaSketch")
@JsonDeserialize(builder = ImmutableSketchMergeMetric.Builder.class)
public interface SketchMergeMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "sketchMerge";
    }

    @Override
    String name();

    String fieldName();

    @DruidDefault("16384")
    @Nullable Integer size();

    @DruidDefault("true")
    @Nullable Boolean shouldFinalize();

    static SketchMergeMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSketchMergeMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSketchMergeMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        SketchSizes.powerOfTwo(size(), 16, 67108864, at.at("size"));
    }

    /** Makes a {@link SketchMergeMetric}. */
    interface Builder extends SpecBuilder<SketchMergeMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Required. */
        Builder fieldName(String fieldName);

        /** Entries at most: exactness against size. A power of two, 16 to 67,108,864. Druid's default: 16,384. */
        Builder size(@Nullable Integer size);

        /** Whether queries give the estimate instead of the sketch. Druid's default: true. */
        Builder shouldFinalize(@Nullable Boolean shouldFinalize);

        @Override
        default SketchMergeMetric build() {
            return Specs.complete(((ImmutableSketchMergeMetric.Builder) this).partial());
        }
    }
}
