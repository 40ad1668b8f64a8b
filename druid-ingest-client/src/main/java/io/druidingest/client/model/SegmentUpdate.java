package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What marking segments has changed. */
public final class SegmentUpdate extends Answer {

    private SegmentUpdate(JsonNode json) {
        super(json);
    }

    /** The update that this JSON tells. */
    public static SegmentUpdate of(JsonNode json) {
        return new SegmentUpdate(json);
    }

    /**
     * How many segments changed; those that were marked so before do not count, except where one is marked by itself. After
     * an answer that was lost on the way, the request is sent again, and this counts what was left to do then. Null if Druid does not
     * tell, as some before 32 do not of one segment.
     */
    public @Nullable Long numChangedSegments() {
        Boolean one = booleanOrNull("segmentStateChanged");
        Long changed = numberOrNull("numChangedSegments");
        return changed != null || one == null ? changed : Long.valueOf(one ? 1 : 0);
    }
}
