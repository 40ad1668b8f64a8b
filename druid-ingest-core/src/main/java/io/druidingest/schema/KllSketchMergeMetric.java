package io.druidingest.schema;

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
 * Merges KLL sketches of the field of the column's own name.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/datasketches-kll">KLL sketch</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds("fieldName")
@JsonDeserialize(builder = ImmutableKllSketchMergeMetric.Builder.class)
public interface KllSketchMergeMetric extends Metric {

    @Override
    String name();

    @DruidDefault("200")
    @Nullable Integer k();

    @DruidDefault("1000000000")
    @Nullable Long maxStreamLength();

    static KllSketchMergeMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableKllSketchMergeMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableKllSketchMergeMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        SketchSizes.between(k(), 8, 65535, at.at("k"));
    }

    /** Makes a {@link KllSketchMergeMetric}. */
    interface Builder extends SpecBuilder<KllSketchMergeMetric, Builder> {

        /** The type id: {@code KllDoublesSketchMerge} or {@code KllFloatsSketchMerge}. Required. */
        Builder type(String type);

        /** The column, and the input field. Required. */
        Builder name(String name);

        /** Exactness against size. 8 to 65,535. Druid's default: 200. */
        Builder k(@Nullable Integer k);

        /** Values that the memory reserved by queries suffices for. Druid's default: 1,000,000,000. */
        Builder maxStreamLength(@Nullable Long maxStreamLength);

        /** The same; for a literal without the {@code L}. */
        default Builder maxStreamLength(long maxStreamLength) {
            return maxStreamLength(Long.valueOf(maxStreamLength));
        }

        @Override
        default KllSketchMergeMetric build() {
            return Specs.complete(((ImmutableKllSketchMergeMetric.Builder) this).partial());
        }
    }
}
