package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.ServerAdds;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Merges moment sketches of the field of the column's own name. In the community extension druid-momentsketch.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/momentsketch-quantiles">moment sketch</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds("fieldName")
@JsonDeserialize(builder = ImmutableMomentSketchMergeMetric.Builder.class)
public interface MomentSketchMergeMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "momentSketchMerge";
    }

    @Override
    String name();

    @DruidDefault("13")
    @Nullable Integer k();

    @DruidDefault("true")
    @Nullable Boolean compress();

    static MomentSketchMergeMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMomentSketchMergeMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMomentSketchMergeMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(k(), at.at("k"));
    }

    /** Makes a {@link MomentSketchMergeMetric}. */
    interface Builder extends SpecBuilder<MomentSketchMergeMetric, Builder> {

        /** The column, and the input field. Required. */
        Builder name(String name);

        /** Moments that are stored: exactness against size. 3 to 15 make sense. Druid's default: 13. */
        Builder k(@Nullable Integer k);

        /** Whether values are compressed, for skewed and wide distributions. Druid's default: true. */
        Builder compress(@Nullable Boolean compress);

        @Override
        default MomentSketchMergeMetric build() {
            return Specs.complete(((ImmutableMomentSketchMergeMetric.Builder) this).partial());
        }
    }
}
