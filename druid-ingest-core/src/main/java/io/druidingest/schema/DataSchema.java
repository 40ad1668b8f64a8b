package io.druidingest.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Identifiers;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a datasource looks like; the same for batch and streaming.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#dataschema">dataSchema</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableDataSchema.Builder.class)
public interface DataSchema extends SpecObject {

    /** Metrics that Druid stores as they come but cannot merge. */
    Set<String> UNMERGEABLE = Set.of("longAny", "doubleAny", "floatAny", "expression", "grouping", "singleValue");

    String dataSource();

    TimestampSpec timestampSpec();

    DimensionsSpec dimensionsSpec();

    List<Metric> metricsSpec();

    @DruidDefault("{\"type\":\"uniform\"}")
    @Nullable GranularitySpec granularitySpec();

    @Nullable TransformSpec transformSpec();

    List<AggregateProjectionSpec> projections();

    /** Druid adds the columns that it knows from elsewhere to the exclusions. */
    @Override
    default void normalize(ObjectNode json) {
        JsonNode exclusions = json.path("dimensionsSpec").path("dimensionExclusions");
        String column = json.path("timestampSpec").path("column").asText("timestamp");
        for (Iterator<JsonNode> i = exclusions.elements(); i.hasNext(); ) {
            String excluded = i.next().asText();
            if (excluded.equals("__time")
                    || excluded.equals(column)
                    || MetricColumns.contain(json.path("metricsSpec"), excluded)) {
                i.remove();
            }
        }
        if (exclusions.isEmpty() && exclusions.isArray()) {
            ((ObjectNode) json.get("dimensionsSpec")).remove("dimensionExclusions");
        }
    }

    static DataSchema of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableDataSchema.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableDataSchema.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Identifiers.check(dataSource(), at.at("dataSource"));
        checkColumns(at.at("metricsSpec"));
        ProjectionCheck.check(this, at.at("projections"));
        GranularitySpec granularity = granularitySpec();
        if (granularity == null || !Boolean.FALSE.equals(granularity.rollup())) {
            checkRollup(at);
        }
    }

    private void checkColumns(Findings at) {
        Set<String> seen = new HashSet<>();
        dimensionsSpec().dimensions().forEach(d -> seen.add(d.name()));
        dimensionsSpec().spatialDimensions().forEach(d -> seen.add(d.dimName()));
        for (int i = 0; i < metricsSpec().size(); i++) {
            String column = metricsSpec().get(i).column();
            Findings name = at.at(i).at("name");
            ColumnNames.check(column, name);
            boolean first = seen.add(column);
            if (column.equals("__time")) {
                name.report(Rules.TIME_DIMENSION, "__time is the timestamp; name the metric otherwise");
            } else if (!first) {
                name.report(
                        Rules.DUPLICATE_COLUMN,
                        "\"" + column + "\" is also " + place(column) + "; rename one of the two");
            }
        }
    }

    /** Where the first column of that name stands. */
    private String place(String column) {
        String dimension = ColumnNames.place(column, dimensionsSpec());
        if (dimension != null) {
            return dimension;
        }
        int i = 0;
        while (!column.equals(metricsSpec().get(i).column())) {
            i++;
        }
        return "metric [" + i + "]";
    }

    private void checkRollup(Findings at) {
        if (metricsSpec().isEmpty()) {
            at.report(Rules.ROLLUP_WITHOUT_METRICS, "set granularitySpec.rollup to false, or add Metric.count(..)");
        }
        for (int i = 0; i < metricsSpec().size(); i++) {
            Metric metric = metricsSpec().get(i);
            while (metric instanceof FilteredMetric) {
                metric = ((FilteredMetric) metric).aggregator();
            }
            if (UNMERGEABLE.contains(metric.type())) {
                at.at("metricsSpec")
                        .at(i)
                        .report(
                                Rules.ROLLUP_MERGES_METRICS,
                                metric.type() + " cannot be merged; set granularitySpec.rollup to false, or choose"
                                        + " another metric");
            }
        }
    }

    /** Makes a {@link DataSchema}. */
    interface Builder extends SpecBuilder<DataSchema, Builder> {

        /** The datasource to write. Required. Not empty, no leading dot, no slash. */
        Builder dataSource(String dataSource);

        /** Where the timestamp of a row stands. Required. */
        Builder timestampSpec(TimestampSpec timestampSpec);

        /** The same, built here. */
        default Builder timestampSpec(UnaryOperator<TimestampSpec.Builder> b) {
            return timestampSpec(TimestampSpec.of(b));
        }

        /** The dimensions. Required: without it Druid takes the spec and fails the task. */
        Builder dimensionsSpec(DimensionsSpec dimensionsSpec);

        /** The same, built here. */
        default Builder dimensionsSpec(UnaryOperator<DimensionsSpec.Builder> b) {
            return dimensionsSpec(DimensionsSpec.of(b));
        }

        /** The same, of just these dimensions. */
        default Builder dimensionsSpec(Dimension... dimensions) {
            return dimensionsSpec(d -> d.dimensions(dimensions));
        }

        /** The metrics, computed as rows come in. Replaces those set before. None by default. */
        Builder metricsSpec(Iterable<? extends Metric> metricsSpec);

        /** The same, listed. */
        default Builder metricsSpec(Metric... metricsSpec) {
            return metricsSpec(Arrays.asList(metricsSpec));
        }

        /** How time is cut. Druid's default: days, with rollup. */
        Builder granularitySpec(@Nullable GranularitySpec granularitySpec);

        /** The same, built here. */
        default Builder granularitySpec(UnaryOperator<UniformGranularitySpec.Builder> b) {
            return granularitySpec(UniformGranularitySpec.of(b));
        }

        /** What is made of rows as they come in. Druid's default: nothing. */
        Builder transformSpec(@Nullable TransformSpec transformSpec);

        /** The same, built here. */
        default Builder transformSpec(UnaryOperator<TransformSpec.Builder> b) {
            return transformSpec(TransformSpec.of(b));
        }

        /** The same, of just these transforms. */
        default Builder transformSpec(Transform... transforms) {
            return transformSpec(t -> t.transforms(transforms));
        }

        /** What is stored a second time, aggregated further. Replaces those set before. None by default. */
        Builder projections(Iterable<? extends AggregateProjectionSpec> projections);

        /** The same, listed. */
        default Builder projections(AggregateProjectionSpec... projections) {
            return projections(Arrays.asList(projections));
        }

        @Override
        default DataSchema build() {
            return Specs.complete(((ImmutableDataSchema.Builder) this).partial());
        }
    }
}
