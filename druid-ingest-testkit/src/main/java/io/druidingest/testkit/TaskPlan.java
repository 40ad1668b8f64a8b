package io.druidingest.testkit;

import io.druidingest.unit.Interval;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a task in a {@link FakeOverlord}: how long it waits for a slot, how long it runs, and how it ends. Times
 * are written {@code 2s}, {@code 30m}, {@code 1h}. Immutable: each method gives a new plan.
 */
public final class TaskPlan {

    /** Runs for a second and succeeds with the rows of its inline data, or with one, which can be queried at once. */
    public static final TaskPlan DEFAULT = new TaskPlan();

    private Duration pending = Duration.ZERO;
    private Duration running = Duration.ofSeconds(1);
    private Duration loadsAfter = Duration.ZERO;
    private OptionalLong rows = OptionalLong.empty();
    private @Nullable Interval rowsOf;
    private long unparseable;
    private boolean keepsLog = true;
    private @Nullable String failure;
    private boolean ends = true;
    private boolean vanishes;

    private TaskPlan() {}

    private TaskPlan with(Consumer<TaskPlan> change) {
        TaskPlan plan = new TaskPlan();
        plan.pending = pending;
        plan.running = running;
        plan.loadsAfter = loadsAfter;
        plan.rows = rows;
        plan.rowsOf = rowsOf;
        plan.keepsLog = keepsLog;
        plan.unparseable = unparseable;
        plan.failure = failure;
        plan.ends = ends;
        plan.vanishes = vanishes;
        change.accept(plan);
        return plan;
    }

    /** Waits that long for a slot, and longer if none is free then. Default: not at all. */
    public TaskPlan pending(String time) {
        return with(p -> p.pending = Times.of(time));
    }

    /** Runs that long. Default: a second. */
    public TaskPlan running(String time) {
        return with(p -> p.running = Times.of(time));
    }

    /**
     * Reads that many rows. Default: those of its inline data, if they are lines of JSON; else one. Without rows the task
     * publishes no segment, and succeeds all the same.
     */
    public TaskPlan rows(long number) {
        return with(p -> p.rows = OptionalLong.of(number));
    }

    /**
     * Reads rows of each time chunk of this interval, where its spec has no intervals and its data lie elsewhere. Default: of
     * the day on which the task was taken.
     *
     * @param interval for example {@code 2024-01-01/2024-02-01}
     * @throws IllegalArgumentException if it is none
     */
    public TaskPlan rowsOf(String interval) {
        Interval parsed = Interval.of(interval);
        return with(p -> p.rowsOf = parsed);
    }

    /** Meets that many rows that it cannot read, besides those of its inline data. Default: none. */
    public TaskPlan unparseable(long number) {
        return with(p -> p.unparseable = number);
    }

    /** Its segments, once published, are loaded by servers that much later. Default: at once. */
    public TaskPlan loadsAfter(String time) {
        return with(p -> p.loadsAfter = Times.of(time));
    }

    /** Ends in SUCCESS. The default. */
    public TaskPlan succeeds() {
        return with(p -> {
            p.ends = true;
            p.vanishes = false;
            p.failure = null;
        });
    }

    /** Ends in FAILED, with this message, which is in its report too. */
    public TaskPlan fails(String message) {
        return succeeds().with(p -> p.failure = message);
    }

    /** Leaves no log behind: it is answered by 404, as on a cluster that keeps none. */
    public TaskPlan withoutLog() {
        return with(p -> p.keepsLog = false);
    }

    /** Runs until it is shut down, or ended by {@link FakeOverlord#task}. */
    public TaskPlan neverEnds() {
        return succeeds().with(p -> p.ends = false);
    }

    /** Is forgotten when it would have ended, as if Druid's metadata had been lost: it is answered by 404 from then on. */
    public TaskPlan vanishes() {
        return succeeds().with(p -> p.vanishes = true);
    }

    /** How long it waits for a slot. */
    public Duration pending() {
        return pending;
    }

    /** How long it runs. */
    public Duration running() {
        return running;
    }

    /** How long servers take to load what it has published. */
    public Duration loadsAfter() {
        return loadsAfter;
    }

    /** How many rows it reads; empty if that is left to its data. */
    public OptionalLong rows() {
        return rows;
    }

    /** Of what time its rows are, where nothing else tells; null if that is left open. */
    public @Nullable Interval rowsOf() {
        return rowsOf;
    }

    /** Whether it has a log. */
    public boolean keepsLog() {
        return keepsLog;
    }

    /** How many rows it cannot read. */
    public long unparseable() {
        return unparseable;
    }

    /** What it fails with; null if it does not. */
    public @Nullable String failure() {
        return failure;
    }

    /** Whether it ends by itself. */
    public boolean ends() {
        return ends;
    }

    /** Whether it is forgotten at its end. */
    public boolean isVanishing() {
        return vanishes;
    }
}
