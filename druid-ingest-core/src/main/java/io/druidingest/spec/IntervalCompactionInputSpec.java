package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Interval;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * All segments of an interval.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/manual-compaction">manual compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIntervalCompactionInputSpec.Builder.class)
public interface IntervalCompactionInputSpec extends CompactionInputSpec {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "interval";
    }

    Interval interval();

    @Nullable String sha256OfSortedSegmentIds();

    static IntervalCompactionInputSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIntervalCompactionInputSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIntervalCompactionInputSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        EmptyInterval.check(interval(), at.at("interval"));
    }

    /** Makes an {@link IntervalCompactionInputSpec}. */
    interface Builder extends SpecBuilder<IntervalCompactionInputSpec, Builder> {

        /** The interval. Not empty. Required. */
        Builder interval(Interval interval);

        /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
        default Builder interval(String interval) {
            return interval(Interval.of(interval));
        }

        /** The SHA-256 of the ids of its segments; the task fails where they are others by then. */
        Builder sha256OfSortedSegmentIds(@Nullable String sha256OfSortedSegmentIds);

        @Override
        default IntervalCompactionInputSpec build() {
            return Specs.complete(((ImmutableIntervalCompactionInputSpec.Builder) this).partial());
        }
    }
}
