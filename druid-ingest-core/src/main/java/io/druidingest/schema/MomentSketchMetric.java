package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A moment sketch of the distribution of numbers. In the community extension druid-momentsketch.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/momentsketch-quantiles">moment sketch</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMomentSketchMetric.Builder.class)
public interface MomentSketchMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "momentSketch";
    }

    @Override
    String name();

    String fieldName();

    @DruidDefault("13")
    @Nullable Integer k();

    @DruidDefault("true")
    @Nullable Boolean compress();

    static MomentSketchMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMomentSketchMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMomentSketchMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(k(), at.at("k"));
    }

    /** Makes a {@link MomentSketchMetric}. */
    interface Builder extends SpecBuilder<MomentSketchMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field: numbers, or sketches. Required. */
        Builder fieldName(String fieldName);

        /** Moments that are stored: exactness against size. 3 to 15 make sense. Druid's default: 13. */
        Builder k(@Nullable Integer k);

        /** Whether values are compressed, for skewed and wide distributions. Druid's default: true. */
        Builder compress(@Nullable Boolean compress);

        @Override
        default MomentSketchMetric build() {
            return Specs.complete(((ImmutableMomentSketchMetric.Builder) this).partial());
        }
    }
}
