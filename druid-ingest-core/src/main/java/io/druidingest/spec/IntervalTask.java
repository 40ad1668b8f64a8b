package io.druidingest.spec;

import io.druidingest.unit.Interval;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Identifiers;

/** A task on the segments of an interval. */
public interface IntervalTask extends Task {

    @Override
    String dataSource();

    Interval interval();

    @Override
    default void check(Findings at) {
        Task.super.check(at);
        Identifiers.check(dataSource(), at.at("dataSource"));
        EmptyInterval.check(interval(), at.at("interval"));
    }

    /**
     * Makes a task on an interval.
     *
     * @param <T> the task
     * @param <B> the builder itself
     */
    interface Builder<T extends IntervalTask, B extends Builder<T, B>> extends Task.Builder<T, B> {

        /** The datasource. Required. */
        B dataSource(String dataSource);

        /** Segments that are wholly within. Not empty. Required. */
        B interval(Interval interval);

        /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
        default B interval(String interval) {
            return interval(Interval.of(interval));
        }
    }
}
