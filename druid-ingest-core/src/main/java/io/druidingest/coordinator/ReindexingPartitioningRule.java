package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.coordinator.internal.MsqCompaction;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.query.VirtualColumn;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.unit.Granularity;
import io.druidingest.unit.IsoPeriod;
import io.druidingest.validation.Findings;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How data of an age is cut into segments. Since Druid 37.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/automatic-compaction">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableReindexingPartitioningRule.Builder.class)
public interface ReindexingPartitioningRule extends SpecObject {

    String id();

    @Nullable String description();

    IsoPeriod olderThan();

    Granularity segmentGranularity();

    PartitionsSpec partitionsSpec();

    List<VirtualColumn> virtualColumns();

    static ReindexingPartitioningRule of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableReindexingPartitioningRule.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableReindexingPartitioningRule.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        VirtualColumn.check(virtualColumns(), at.at("virtualColumns"));
        ReindexingRules.checkAge(olderThan(), at.at("olderThan"));
        ReindexingRules.checkGranularity(segmentGranularity(), at.at("segmentGranularity"));
        MsqCompaction.checkPartitions(partitionsSpec(), at.at("partitionsSpec"));
    }

    /** Makes a {@link ReindexingPartitioningRule}. */
    interface Builder extends SpecBuilder<ReindexingPartitioningRule, Builder> {

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

        /** The time that one segment covers: minute, fifteen minutes, hour, day, month, quarter or year. Required. */
        Builder segmentGranularity(Granularity segmentGranularity);

        /** How rows are spread over segments: dynamic or range. Required. */
        Builder partitionsSpec(PartitionsSpec partitionsSpec);

        /** Columns that are computed for {@link #partitionsSpec}. None by default. */
        Builder virtualColumns(Iterable<? extends VirtualColumn> virtualColumns);

        /** The same, listed. */
        default Builder virtualColumns(VirtualColumn... virtualColumns) {
            return virtualColumns(Arrays.asList(virtualColumns));
        }

        @Override
        default ReindexingPartitioningRule build() {
            return Specs.complete(((ImmutableReindexingPartitioningRule.Builder) this).partial());
        }
    }
}
