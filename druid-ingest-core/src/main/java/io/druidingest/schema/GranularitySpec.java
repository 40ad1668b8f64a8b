package io.druidingest.schema;

import io.druidingest.json.DruidDefault;
import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import io.druidingest.unit.Granularity;
import io.druidingest.unit.Interval;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How time is cut: into segments, and into the finest steps that queries can tell apart.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#granularityspec">granularitySpec</a>
 */
@Family(
        value = {
            @Variant(id = "uniform", type = UniformGranularitySpec.class),
            @Variant(id = "arbitrary", type = ArbitraryGranularitySpec.class),
        },
        unknown = UnknownGranularitySpec.class,
        absent = "uniform")
public interface GranularitySpec extends SpecObject {

    /** The type id. */
    String type();

    /** What timestamps are truncated to. */
    @DruidDefault("\"NONE\"")
    @Nullable Granularity queryGranularity();

    /** Whether rows that are equal but for their metrics are merged. */
    @DruidDefault("true")
    @Nullable Boolean rollup();

    /** The time that is written; empty where that is left to the input. */
    List<Interval> intervals();

    /** Segments of equal time: an hour, a day, a month. */
    static GranularitySpec uniform(UnaryOperator<UniformGranularitySpec.Builder> b) {
        return UniformGranularitySpec.of(b);
    }

    /** Segments that each cover one of these intervals. */
    static GranularitySpec arbitrary(Interval... intervals) {
        return ArbitraryGranularitySpec.of(b -> b.intervals(intervals));
    }

    /** Segments that each cover one of some intervals, with more to say. */
    static GranularitySpec arbitrary(UnaryOperator<ArbitraryGranularitySpec.Builder> b) {
        return ArbitraryGranularitySpec.of(b);
    }
}
