package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A sketch of the distribution of numbers with an error relative to the value. In the community extension
 * druid-ddsketch.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/ddsketch-quantiles">DDSketch</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableDdSketchMetric.Builder.class)
public interface DdSketchMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "ddSketch";
    }

    @Override
    String name();

    String fieldName();

    @DruidDefault("0.01")
    @Nullable Double relativeError();

    @DruidDefault("1000")
    @Nullable Integer numBins();

    static DdSketchMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableDdSketchMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableDdSketchMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(numBins(), at.at("numBins"));
        Double error = relativeError();
        if (error != null && !(error > 0 && error < 1)) {
            at.at("relativeError").report(Rules.SKETCH_SIZE, "is " + error + "; choose a number between 0 and 1");
        }
    }

    /** Makes a {@link DdSketchMetric}. */
    interface Builder extends SpecBuilder<DdSketchMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field: numbers, or sketches. Required. */
        Builder fieldName(String fieldName);

        /** The error relative to the value. Between 0 and 1, both excluded. Druid's default: 0.01. */
        Builder relativeError(@Nullable Double relativeError);

        /** The same; for a literal of another type. */
        default Builder relativeError(double relativeError) {
            return relativeError(Double.valueOf(relativeError));
        }

        /** Bins at most; beyond, the least values lose exactness. Positive. Druid's default: 1,000. */
        Builder numBins(@Nullable Integer numBins);

        @Override
        default DdSketchMetric build() {
            return Specs.complete(((ImmutableDdSketchMetric.Builder) this).partial());
        }
    }
}
