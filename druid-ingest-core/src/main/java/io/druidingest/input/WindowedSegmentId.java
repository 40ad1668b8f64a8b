package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Interval;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A segment, and the times in it to read.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#druid-input-source">Druid input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableWindowedSegmentId.Builder.class)
public interface WindowedSegmentId extends SpecObject {

    String segmentId();

    List<Interval> intervals();

    static WindowedSegmentId of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableWindowedSegmentId.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableWindowedSegmentId.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (intervals().isEmpty()) {
            at.at("intervals").report(Rules.NOTHING_TO_READ, "is empty; give at least one interval");
        }
    }

    /** Makes a {@link WindowedSegmentId}. */
    interface Builder extends SpecBuilder<WindowedSegmentId, Builder> {

        /** The id of the segment. Required. */
        Builder segmentId(String segmentId);

        /** The times to read, inside that of the segment. At least one. */
        Builder intervals(Iterable<? extends Interval> intervals);

        /** The same, listed. */
        default Builder intervals(Interval... intervals) {
            return intervals(Arrays.asList(intervals));
        }

        /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
        default Builder intervals(String... intervals) {
            return intervals(Specs.each(intervals, Interval::of));
        }

        @Override
        default WindowedSegmentId build() {
            return Specs.complete(((ImmutableWindowedSegmentId.Builder) this).partial());
        }
    }
}
