package io.druidingest.client;

import io.druidingest.client.internal.http.Call;
import io.druidingest.unit.Interval;
import org.jspecify.annotations.Nullable;

/** Which unused segments are told, in which order. Not thread-safe. */
public final class UnusedSegmentsOptions {

    /** An order of segments: by their ids, which is by time first. */
    public enum SortOrder {
        /** From the beginning. */
        ASC,
        /** From the end. */
        DESC
    }

    private @Nullable Interval interval;
    private @Nullable Integer limit;
    private @Nullable String lastSegmentId;
    private @Nullable SortOrder sortOrder;

    UnusedSegmentsOptions() {}

    /** Only segments that lie in that time. Default: all. */
    public UnusedSegmentsOptions interval(Interval interval) {
        this.interval = Checks.wellFormed(interval);
        return this;
    }

    /** How many at most; positive. Default: all. */
    public UnusedSegmentsOptions limit(int limit) {
        this.limit = Checks.positive("limit", limit);
        return this;
    }

    /** Only those after this one, with which the page before ended. Default: from the first. */
    public UnusedSegmentsOptions lastSegmentId(String lastSegmentId) {
        this.lastSegmentId = lastSegmentId;
        return this;
    }

    /** The order. Default: none, or {@link SortOrder#ASC} if there is a {@link #lastSegmentId}. */
    public UnusedSegmentsOptions sortOrder(SortOrder sortOrder) {
        this.sortOrder = sortOrder;
        return this;
    }

    <T> Call<T> in(Call<T> call) {
        return call.query("interval", interval)
                .query("limit", limit)
                .query("lastSegmentId", lastSegmentId)
                .query("sortOrder", sortOrder);
    }
}
