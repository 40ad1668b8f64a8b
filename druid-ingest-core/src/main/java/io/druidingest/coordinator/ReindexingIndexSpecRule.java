package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.tuning.IndexSpec;
import io.druidingest.unit.IsoPeriod;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How columns of an age are stored. Since Druid 37.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/automatic-compaction">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableReindexingIndexSpecRule.Builder.class)
public interface ReindexingIndexSpecRule extends SpecObject {

    String id();

    @Nullable String description();

    IsoPeriod olderThan();

    IndexSpec indexSpec();

    static ReindexingIndexSpecRule of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableReindexingIndexSpecRule.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableReindexingIndexSpecRule.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        ReindexingRules.checkAge(olderThan(), at.at("olderThan"));
    }

    /** Makes a {@link ReindexingIndexSpecRule}. */
    interface Builder extends SpecBuilder<ReindexingIndexSpecRule, Builder> {

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

        /** How columns are stored. Required. */
        Builder indexSpec(IndexSpec indexSpec);

        /** The same, built here. */
        default Builder indexSpec(UnaryOperator<IndexSpec.Builder> b) {
            return indexSpec(IndexSpec.of(b));
        }

        @Override
        default ReindexingIndexSpecRule build() {
            return Specs.complete(((ImmutableReindexingIndexSpecRule.Builder) this).partial());
        }
    }
}
