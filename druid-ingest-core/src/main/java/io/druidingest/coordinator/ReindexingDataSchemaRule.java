package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.schema.AggregateProjectionSpec;
import io.druidingest.schema.Metric;
import io.druidingest.unit.Granularity;
import io.druidingest.unit.IsoPeriod;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What columns data of an age has. Since Druid 37.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/automatic-compaction">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableReindexingDataSchemaRule.Builder.class)
public interface ReindexingDataSchemaRule extends SpecObject {

    String id();

    @Nullable String description();

    IsoPeriod olderThan();

    @Nullable UserCompactionDimensionsConfig dimensionsSpec();

    List<Metric> metricsSpec();

    @Nullable Granularity queryGranularity();

    @Nullable Boolean rollup();

    List<AggregateProjectionSpec> projections();

    static ReindexingDataSchemaRule of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableReindexingDataSchemaRule.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableReindexingDataSchemaRule.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        ReindexingRules.checkAge(olderThan(), at.at("olderThan"));

        if (dimensionsSpec() == null
                && metricsSpec().isEmpty()
                && queryGranularity() == null
                && rollup() == null
                && projections().isEmpty()) {
            at.report(
                    Rules.EMPTY_REINDEXING_RULE,
                    "says nothing; set dimensionsSpec, metricsSpec, queryGranularity, rollup or projections");
        }
    }

    /** Makes a {@link ReindexingDataSchemaRule}. */
    interface Builder extends SpecBuilder<ReindexingDataSchemaRule, Builder> {

        /** The rule's name, unique in its provider. Required. */
        Builder id(String id);

        /** What it is for. */
        Builder description(@Nullable String description);

        /** The age that data has at least, counted from now. Positive. Required. */
        Builder olderThan(IsoPeriod olderThan);

        /** The same, as text, for example {@code P1D}. */
        default Builder olderThan(String olderThan) {
            return olderThan(IsoPeriod.of(olderThan));
        }

        /** The dimensions that are kept. Druid's default: all, as they were. */
        Builder dimensionsSpec(@Nullable UserCompactionDimensionsConfig dimensionsSpec);

        /** The same, built here. */
        default Builder dimensionsSpec(UnaryOperator<UserCompactionDimensionsConfig.Builder> b) {
            return dimensionsSpec(UserCompactionDimensionsConfig.of(b));
        }

        /** The metrics. None by default: as they were. */
        Builder metricsSpec(Iterable<? extends Metric> metricsSpec);

        /** The same, listed. */
        default Builder metricsSpec(Metric... metricsSpec) {
            return metricsSpec(Arrays.asList(metricsSpec));
        }

        /** What timestamps are truncated to. */
        Builder queryGranularity(@Nullable Granularity queryGranularity);

        /** Whether rows that are equal but for their metrics are merged. */
        Builder rollup(@Nullable Boolean rollup);

        /** The projections. None by default: as they were. */
        Builder projections(Iterable<? extends AggregateProjectionSpec> projections);

        /** The same, listed. */
        default Builder projections(AggregateProjectionSpec... projections) {
            return projections(Arrays.asList(projections));
        }

        @Override
        default ReindexingDataSchemaRule build() {
            return Specs.complete(((ImmutableReindexingDataSchemaRule.Builder) this).partial());
        }
    }
}
