package io.druidingest.client;

import io.druidingest.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which locks to tell of. Not thread-safe. */
public final class LockOptions {

    private int priority;
    private @Nullable List<Interval> intervals;

    LockOptions() {}

    /** Only locks of this priority or a higher one: those that a task of this priority would have to wait for. Default: 0. */
    public LockOptions priority(int priority) {
        this.priority = priority;
        return this;
    }

    /** Only locks on these times. Default: all time. Druid takes it into account for {@link Tasks#activeLocks} only. */
    public LockOptions intervals(Interval... intervals) {
        this.intervals = List.of(intervals);
        return this;
    }

    int priority() {
        return priority;
    }

    @Nullable List<Interval> intervals() {
        return intervals;
    }
}
