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
 * Merges sketches of the field of the column's own name.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/datasketches-quantiles">quantiles sketch</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds("fieldName")
@JsonDeserialize(builder = ImmutableQuantilesDoublesSketchMergeMetric.Builder.class)
public interface QuantilesDoublesSketchMergeMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "quantilesDoublesSketchMerge";
    }

    @Override
    String name();

    @DruidDefault("128")
    @Nullable Integer k();

    @DruidDefault("1000000000")
    @Nullable Long maxStreamLength();

    @DruidDefault("true")
    @Nullable Boolean shouldFinalize();

    static QuantilesDoublesSketchMergeMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableQuantilesDoublesSketchMergeMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableQuantilesDoublesSketchMergeMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        SketchSizes.powerOfTwo(k(), 2, 32768, at.at("k"));
    }

    /** Makes a {@link QuantilesDoublesSketchMergeMetric}. */
    interface Builder extends SpecBuilder<QuantilesDoublesSketchMergeMetric, Builder> {

        /** The column, and the input field. Required. */
        Builder name(String name);

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
        default QuantilesDoublesSketchMergeMetric build() {
            return Specs.complete(((ImmutableQuantilesDoublesSketchMergeMetric.Builder) this).partial());
        }
    }
}
