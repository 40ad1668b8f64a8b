package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Counts of values between given breaks. Of use in queries only: Druid cannot store it.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations">aggregations</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableHistogramMetric.Builder.class)
public interface HistogramMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "histogram";
    }

    @Override
    String name();

    String fieldName();

    List<Float> breaks();

    static HistogramMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableHistogramMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableHistogramMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        at.at("type")
                .report(Rules.QUERY_ONLY_METRIC, "histogram cannot be stored; use Metric.quantilesDoublesSketch(..)");
    }

    /** Makes a {@link HistogramMetric}. */
    interface Builder extends SpecBuilder<HistogramMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Required. */
        Builder fieldName(String fieldName);

        /** The breaks, least first. None by default. */
        Builder breaks(Iterable<? extends Float> breaks);

        /** The same, listed. */
        default Builder breaks(Float... breaks) {
            return breaks(Arrays.asList(breaks));
        }

        @Override
        default HistogramMetric build() {
            return Specs.complete(((ImmutableHistogramMetric.Builder) this).partial());
        }
    }
}
