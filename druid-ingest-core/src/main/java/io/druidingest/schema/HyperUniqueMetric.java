package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An estimate of the number of distinct values, older and less exact than {@link HllSketchMetric}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations#cardinality-hyperunique">hyperUnique</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableHyperUniqueMetric.Builder.class)
public interface HyperUniqueMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "hyperUnique";
    }

    @Override
    String name();

    String fieldName();

    @DruidDefault("false")
    @Nullable Boolean isInputHyperUnique();

    @DruidDefault("false")
    @Nullable Boolean round();

    static HyperUniqueMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableHyperUniqueMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableHyperUniqueMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link HyperUniqueMetric}. */
    interface Builder extends SpecBuilder<HyperUniqueMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Required. */
        Builder fieldName(String fieldName);

        /** Whether the field holds such estimates instead of values. Druid's default: false. */
        Builder isInputHyperUnique(@Nullable Boolean isInputHyperUnique);

        /** Whether queries give whole numbers. Druid's default: false. */
        Builder round(@Nullable Boolean round);

        @Override
        default HyperUniqueMetric build() {
            return Specs.complete(((ImmutableHyperUniqueMetric.Builder) this).partial());
        }
    }
}
