package io.druidingest.coordinator;

import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.schema.AggregateProjectionSpec;
import io.druidingest.schema.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What becomes of rows that are written anew: what a compact task and the config of a datasource share. */
public interface Compaction extends SpecObject {

    @Nullable CompactionGranularitySpec granularitySpec();

    List<Metric> metricsSpec();

    @Nullable CompactionTransformSpec transformSpec();

    List<AggregateProjectionSpec> projections();

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /** How time is cut anew. Druid's default: as it was. */
        B granularitySpec(@Nullable CompactionGranularitySpec granularitySpec);

        /** The same, built here. */
        default B granularitySpec(UnaryOperator<CompactionGranularitySpec.Builder> b) {
            return granularitySpec(CompactionGranularitySpec.of(b));
        }

        /** The metrics, where rows are rolled up anew. None by default: as they were. */
        B metricsSpec(Iterable<? extends Metric> metricsSpec);

        /** The same, listed. */
        default B metricsSpec(Metric... metricsSpec) {
            return metricsSpec(Arrays.asList(metricsSpec));
        }

        /** Which rows are kept. Druid's default: all. */
        B transformSpec(@Nullable CompactionTransformSpec transformSpec);

        /** The same, built here. */
        default B transformSpec(UnaryOperator<CompactionTransformSpec.Builder> b) {
            return transformSpec(CompactionTransformSpec.of(b));
        }

        /** The projections. None by default: as they were. Since Druid 32. */
        B projections(Iterable<? extends AggregateProjectionSpec> projections);

        /** The same, listed. */
        default B projections(AggregateProjectionSpec... projections) {
            return projections(Arrays.asList(projections));
        }
    }
}
