package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A tuple sketch: distinct keys, and numbers summed up for each key that is kept. In the extension
 * druid-datasketches.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/datasketches-tuple">tuple sketch</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableArrayOfDoublesSketchMetric.Builder.class)
public interface ArrayOfDoublesSketchMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "arrayOfDoublesSketch";
    }

    @Override
    String name();

    String fieldName();

    @DruidDefault("4096")
    @Nullable Integer nominalEntries();

    List<String> metricColumns();

    @Nullable Integer numberOfValues();

    static ArrayOfDoublesSketchMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableArrayOfDoublesSketchMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableArrayOfDoublesSketchMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        SketchSizes.powerOfTwo(nominalEntries(), 16, 67108864, at.at("nominalEntries"));
        if (numberOfValues() != null
                && !metricColumns().isEmpty()
                && numberOfValues() != metricColumns().size()) {
            at.at("numberOfValues")
                    .report(
                            Rules.METRIC_COLUMNS,
                            "is " + numberOfValues() + ", and there are "
                                    + metricColumns().size() + " metricColumns; leave it out");
        }
        Amounts.positive(numberOfValues(), at.at("numberOfValues"));
    }

    /** Druid counts the columns. */
    @Override
    default void normalize(ObjectNode json) {
        if (json.path("numberOfValues").asInt()
                == Math.max(1, json.path("metricColumns").size())) {
            json.remove("numberOfValues");
        }
    }

    /** Makes an {@link ArrayOfDoublesSketchMetric}. */
    interface Builder extends SpecBuilder<ArrayOfDoublesSketchMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The keys; or sketches, where there are no {@link #metricColumns}. Required. */
        Builder fieldName(String fieldName);

        /** Keys at most: exactness against size. A power of two, 16 to 67,108,864. Druid's default: 4,096. */
        Builder nominalEntries(@Nullable Integer nominalEntries);

        /** The fields of the numbers. None by default, then the field holds sketches. */
        Builder metricColumns(Iterable<String> metricColumns);

        /** The same, listed. */
        default Builder metricColumns(String... metricColumns) {
            return metricColumns(Arrays.asList(metricColumns));
        }

        /**
         * Numbers for each key; as many as {@link #metricColumns} where those are given. Druid's default: as many as
         * {@link #metricColumns}, or 1.
         */
        Builder numberOfValues(@Nullable Integer numberOfValues);

        @Override
        default ArrayOfDoublesSketchMetric build() {
            return Specs.complete(((ImmutableArrayOfDoublesSketchMetric.Builder) this).partial());
        }
    }
}
