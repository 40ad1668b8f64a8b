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
 * An older name of {@link ThetaSketchMetric} over values.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/datasketches-theta">theta sketch</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSketchBuildMetric.Builder.class)
public interface SketchBuildMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "sketchBuild";
    }

    @Override
    String name();

    String fieldName();

    @DruidDefault("16384")
    @Nullable Integer size();

    static SketchBuildMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSketchBuildMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSketchBuildMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        SketchSizes.powerOfTwo(size(), 16, 67108864, at.at("size"));
    }

    /** Makes a {@link SketchBuildMetric}. */
    interface Builder extends SpecBuilder<SketchBuildMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Required. */
        Builder fieldName(String fieldName);

        /** Entries at most: exactness against size. A power of two, 16 to 67,108,864. Druid's default: 16,384. */
        Builder size(@Nullable Integer size);

        @Override
        default SketchBuildMetric build() {
            return Specs.complete(((ImmutableSketchBuildMetric.Builder) this).partial());
        }
    }
}
