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
 * A HyperLogLog sketch of distinct values: built from values, or merged from sketches ({@code HLLSketch} is another
 * name of {@code HLLSketchMerge}). In the extension druid-datasketches.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/datasketches-hll">HLL sketch</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableHllSketchMetric.Builder.class)
public interface HllSketchMetric extends Metric {

    @Override
    String name();

    String fieldName();

    @DruidDefault("12")
    @Nullable Integer lgK();

    @DruidDefault("\"HLL_4\"")
    @Nullable TgtHllType tgtHllType();

    @DruidDefault("\"utf16le\"")
    @Nullable StringEncoding stringEncoding();

    @DruidDefault("true")
    @Nullable Boolean shouldFinalize();

    @DruidDefault("false")
    @Nullable Boolean round();

    static HllSketchMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableHllSketchMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableHllSketchMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        SketchSizes.between(lgK(), 4, 21, at.at("lgK"));
    }

    /** Makes a {@link HllSketchMetric}. */
    interface Builder extends SpecBuilder<HllSketchMetric, Builder> {

        /** The type id: {@code HLLSketchBuild}, {@code HLLSketchMerge} or {@code HLLSketch}. Required. */
        Builder type(String type);

        /** The column. Required. */
        Builder name(String name);

        /** The input field: values to build from, or sketches to merge. Required. */
        Builder fieldName(String fieldName);

        /** Logarithm of the number of buckets: exactness against size. 4 to 21. Druid's default: 12. */
        Builder lgK(@Nullable Integer lgK);

        /** Bits for each bucket. Druid's default: {@code HLL_4}. */
        Builder tgtHllType(@Nullable TgtHllType tgtHllType);

        /** The bytes of text that are hashed. Druid's default: {@code utf16le}. */
        Builder stringEncoding(@Nullable StringEncoding stringEncoding);

        /** Whether queries give the estimate instead of the sketch. Druid's default: true. */
        Builder shouldFinalize(@Nullable Boolean shouldFinalize);

        /** Whether queries give whole numbers. Druid's default: false. */
        Builder round(@Nullable Boolean round);

        @Override
        default HllSketchMetric build() {
            return Specs.complete(((ImmutableHllSketchMetric.Builder) this).partial());
        }
    }
}
