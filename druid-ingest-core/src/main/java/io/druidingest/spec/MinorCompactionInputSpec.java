package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
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
 * Some segments of an interval, beside others that stay as they are. Since Druid 37.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/manual-compaction">manual compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMinorCompactionInputSpec.Builder.class)
public interface MinorCompactionInputSpec extends CompactionInputSpec {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "minor";
    }

    Interval interval();

    List<SegmentDescriptor> segments();

    static MinorCompactionInputSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMinorCompactionInputSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMinorCompactionInputSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        EmptyInterval.check(interval(), at.at("interval"));
        if (segments().isEmpty()) {
            at.at("segments").report(Rules.NOTHING_TO_READ, "is empty; name the segments to compact");
        }
        for (int i = 0; i < segments().size(); i++) {
            Interval itvl = segments().get(i).itvl();
            if (itvl.start().isBefore(interval().start())
                    || itvl.end().isAfter(interval().end())) {
                at.at("segments")
                        .at(i)
                        .at("itvl")
                        .report(
                                Rules.SEGMENT_OUTSIDE,
                                itvl + " is not within interval " + interval() + "; leave it out");
            }
        }
    }

    /** Makes a {@link MinorCompactionInputSpec}. */
    interface Builder extends SpecBuilder<MinorCompactionInputSpec, Builder> {

        /** The interval. Not empty. Required. */
        Builder interval(Interval interval);

        /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
        default Builder interval(String interval) {
            return interval(Interval.of(interval));
        }

        /** The segments, all within the interval. At least one. */
        Builder segments(Iterable<? extends SegmentDescriptor> segments);

        /** The same, listed. */
        default Builder segments(SegmentDescriptor... segments) {
            return segments(Arrays.asList(segments));
        }

        @Override
        default MinorCompactionInputSpec build() {
            return Specs.complete(((ImmutableMinorCompactionInputSpec.Builder) this).partial());
        }
    }
}
