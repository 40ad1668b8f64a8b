package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.query.Filter;
import io.druidingest.query.VirtualColumn;
import io.druidingest.unit.IsoPeriod;
import io.druidingest.validation.Findings;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an age are deleted. Since Druid 37.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/automatic-compaction">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableReindexingDeletionRule.Builder.class)
public interface ReindexingDeletionRule extends SpecObject {

    String id();

    @Nullable String description();

    IsoPeriod olderThan();

    Filter deleteWhere();

    List<VirtualColumn> virtualColumns();

    static ReindexingDeletionRule of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableReindexingDeletionRule.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableReindexingDeletionRule.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        VirtualColumn.check(virtualColumns(), at.at("virtualColumns"));
        ReindexingRules.checkAge(olderThan(), at.at("olderThan"));
    }

    /** Makes a {@link ReindexingDeletionRule}. */
    interface Builder extends SpecBuilder<ReindexingDeletionRule, Builder> {

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

        /** The rows that are deleted. Required. */
        Builder deleteWhere(Filter deleteWhere);

        /** Columns that are computed for {@link #deleteWhere}. None by default. */
        Builder virtualColumns(Iterable<? extends VirtualColumn> virtualColumns);

        /** The same, listed. */
        default Builder virtualColumns(VirtualColumn... virtualColumns) {
            return virtualColumns(Arrays.asList(virtualColumns));
        }

        @Override
        default ReindexingDeletionRule build() {
            return Specs.complete(((ImmutableReindexingDeletionRule.Builder) this).partial());
        }
    }
}
