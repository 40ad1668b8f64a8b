package io.druidingest.client.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A segment that is marked unused: no server loads it, and a kill task may delete it. */
public final class UnusedSegment extends Answer {

    private UnusedSegment(JsonNode json) {
        super(json);
    }

    /** The segment that this JSON tells. */
    public static UnusedSegment of(JsonNode json) {
        return new UnusedSegment(json);
    }

    /** The segment itself. */
    public DataSegment dataSegment() {
        return DataSegment.of(json().path("dataSegment"));
    }

    /** When it was published; null if Druid does not tell. */
    public @Nullable Instant createdDate() {
        return instantOrNull("createdDate");
    }

    /** When it was marked unused; null if that was before Druid kept the time. */
    public @Nullable Instant usedStatusLastUpdatedDate() {
        return instantOrNull("usedStatusLastUpdatedDate");
    }

    /** The segment that it was made of by concurrent append and replace; null if it was not. */
    public @Nullable String upgradedFromSegmentId() {
        return textOrNull("upgradedFromSegmentId");
    }
}
