package io.druidingest.client;

import io.druidingest.client.model.TaskPhase;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which tasks to list. By default all that Druid lists. Not thread-safe. */
public final class TaskListOptions {

    private @Nullable TaskPhase state;
    private @Nullable String dataSource;
    private @Nullable String type;
    private @Nullable Integer max;
    private @Nullable Duration createdWithin;

    TaskListOptions() {}

    /** Only those that are so far. */
    public TaskListOptions state(TaskPhase state) {
        Checks.check(state != TaskPhase.UNKNOWN, "state must be one that Druid knows");
        this.state = state;
        return this;
    }

    /** Only those of this datasource. */
    public TaskListOptions dataSource(String dataSource) {
        this.dataSource = dataSource;
        return this;
    }

    /** Only those of this type, for example {@code index_parallel}. */
    public TaskListOptions type(String type) {
        this.type = type;
        return this;
    }

    /** At most so many of those that have ended, the newest; 0 for none. Those that have not ended are always listed. */
    public TaskListOptions max(int max) {
        Checks.check(max >= 0, "max must not be negative, but is " + max);
        this.max = max;
        return this;
    }

    /**
     * Of those that have ended, the ones that Druid took in so long before now. Those that have not ended are always
     * listed. Default: what the Overlord is set to with {@code druid.indexer.storage.recentlyFinishedThreshold}, which is
     * 24 hours if nobody has changed it.
     */
    public TaskListOptions createdWithin(Duration duration) {
        this.createdWithin = Checks.positive("createdWithin", duration);
        return this;
    }

    @Nullable String state() {
        return state == null ? null : state.name().toLowerCase(Locale.ROOT);
    }

    @Nullable String dataSource() {
        return dataSource;
    }

    @Nullable String type() {
        return type;
    }

    @Nullable Integer max() {
        return max;
    }

    @Nullable Duration createdWithin() {
        return createdWithin;
    }
}
