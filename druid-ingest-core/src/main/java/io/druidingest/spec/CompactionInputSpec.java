package io.druidingest.spec;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import io.druidingest.unit.Interval;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Which segments are compacted.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/manual-compaction#compaction-io-configuration">compaction I/O configuration</a>
 */
@Family(
        value = {
            @Variant(id = "interval", type = IntervalCompactionInputSpec.class),
            @Variant(id = "segments", type = SegmentsCompactionInputSpec.class),
            @Variant(id = "minor", type = MinorCompactionInputSpec.class),
        },
        unknown = UnknownCompactionInputSpec.class)
public interface CompactionInputSpec extends SpecObject {

    /** The type id. */
    String type();

    /** All segments of an interval, for example {@code 2026-01-01/2026-02-01}. */
    static CompactionInputSpec interval(String interval) {
        return interval(interval, b -> b);
    }

    /** All segments of an interval, with more to say. */
    static CompactionInputSpec interval(String interval, UnaryOperator<IntervalCompactionInputSpec.Builder> more) {
        return IntervalCompactionInputSpec.of(b -> more.apply(b.interval(interval)));
    }

    /** Segments by their ids. */
    static CompactionInputSpec segments(String... segments) {
        return SegmentsCompactionInputSpec.of(b -> b.segments(Arrays.asList(segments)));
    }

    /** Some segments of an interval. Since Druid 37. */
    static CompactionInputSpec minor(Interval interval, SegmentDescriptor... segments) {
        return MinorCompactionInputSpec.of(b -> b.interval(interval).segments(Arrays.asList(segments)));
    }
}
