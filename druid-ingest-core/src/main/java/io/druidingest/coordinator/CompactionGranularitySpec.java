package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Granularity;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How compaction cuts time anew. What is left out stays as it was.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCompactionGranularitySpec.Builder.class)
public interface CompactionGranularitySpec extends SpecObject {

    @Nullable Granularity segmentGranularity();

    @Nullable Granularity queryGranularity();

    @Nullable Boolean rollup();

    static CompactionGranularitySpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCompactionGranularitySpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCompactionGranularitySpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Granularity segment = segmentGranularity();
        Granularity query = queryGranularity();
        if (segment != null && query != null && query.coarserThan(segment)) {
            at.at("queryGranularity")
                    .report(
                            Rules.COARSER_THAN_SEGMENT,
                            query + " is coarser than segmentGranularity " + segment + "; make one equal the other");
        }
    }

    /** Makes a {@link CompactionGranularitySpec}. */
    interface Builder extends SpecBuilder<CompactionGranularitySpec, Builder> {

        /** The time that one segment covers. */
        Builder segmentGranularity(@Nullable Granularity segmentGranularity);

        /** What timestamps are truncated to; not coarser than {@link #segmentGranularity}. */
        Builder queryGranularity(@Nullable Granularity queryGranularity);

        /** Whether rows that are equal but for their metrics are merged. */
        Builder rollup(@Nullable Boolean rollup);

        @Override
        default CompactionGranularitySpec build() {
            return Specs.complete(((ImmutableCompactionGranularitySpec.Builder) this).partial());
        }
    }
}
