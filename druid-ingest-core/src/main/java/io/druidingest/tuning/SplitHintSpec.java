package io.druidingest.tuning;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * How input is cut into the shares of sub-tasks.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#split-hint-spec">split hint spec</a>
 */
@Family(
        value = {
            @Variant(id = "maxSize", type = MaxSizeSplitHintSpec.class),
            @Variant(id = "segments", type = SegmentsSplitHintSpec.class),
        },
        unknown = UnknownSplitHintSpec.class)
public interface SplitHintSpec extends SpecObject {

    /** The type id. */
    String type();

    /** By the size and number of files. */
    static SplitHintSpec maxSize(UnaryOperator<MaxSizeSplitHintSpec.Builder> b) {
        return MaxSizeSplitHintSpec.of(b);
    }

    /** By the size and number of segments, where segments are read. */
    static SplitHintSpec segments(UnaryOperator<SegmentsSplitHintSpec.Builder> b) {
        return SegmentsSplitHintSpec.of(b);
    }
}
