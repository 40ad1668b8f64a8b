package io.druidingest.tuning;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;

/**
 * How servers load the segments that are written.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#indexspec">indexSpec</a>
 */
@Family(
        value = {
            @Variant(id = "mMapSegmentFactory", type = MappedSegmentizerFactory.class),
            @Variant(id = "broadcastJoinableMMapSegmentFactory", type = BroadcastJoinableSegmentizerFactory.class),
        },
        unknown = UnknownSegmentizerFactory.class,
        absent = "mMapSegmentFactory")
public interface SegmentizerFactory extends SpecObject {

    /** The type id. */
    String type();

    /** By mapping them into memory. */
    static SegmentizerFactory mapped() {
        return MappedSegmentizerFactory.of(b -> b);
    }

    /** As tables that queries join with, by these columns. */
    static SegmentizerFactory broadcastJoinable(String... keyColumns) {
        return BroadcastJoinableSegmentizerFactory.of(b -> b.keyColumns(keyColumns));
    }
}
