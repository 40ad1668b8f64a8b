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
 * A t-digest of the distribution of numbers. In the community extension druid-tdigestsketch.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/tdigestsketch-quantiles">t-digest</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableTDigestSketchMetric.Builder.class)
public interface TDigestSketchMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "tDigestSketch";
    }

    @Override
    String name();

    String fieldName();

    @DruidDefault("100")
    @Nullable Integer compression();

    static TDigestSketchMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableTDigestSketchMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableTDigestSketchMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link TDigestSketchMetric}. */
    interface Builder extends SpecBuilder<TDigestSketchMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field: numbers, or sketches. Required. */
        Builder fieldName(String fieldName);

        /** Exactness against size. Druid's default: 100. */
        Builder compression(@Nullable Integer compression);

        @Override
        default TDigestSketchMetric build() {
            return Specs.complete(((ImmutableTDigestSketchMetric.Builder) this).partial());
        }
    }
}
