package io.druidingest.testkit;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a task in a {@link FakeOverlord}: how long it waits for a slot, how long it runs, and how it ends. Times
 * are written {@code 2s}, {@code 30m}, {@code 1h}. Immutable: each method gives a new plan.
 */
public final class TaskPlan {

    private static final Pattern TIME = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");

    /** Runs for a second and succeeds with one row. */
    public static final TaskPlan DEFAULT = new TaskPlan(Duration.ZERO, Duration.ofSeconds(1), 1, 0, null, true);

    private final Duration pending;
    private final Duration running;
    private final long rows;
    private final long unparseable;
    private final @Nullable String failure;
    private final boolean ends;

    private TaskPlan(
            Duration pending, Duration running, long rows, long unparseable, @Nullable String failure, boolean ends) {
        this.pending = pending;
        this.running = running;
        this.rows = rows;
        this.unparseable = unparseable;
        this.failure = failure;
        this.ends = ends;
    }

    /** Waits that long for a slot. Default: not at all. */
    public TaskPlan pending(String time) {
        return new TaskPlan(duration(time), running, rows, unparseable, failure, ends);
    }

    /** Runs that long. Default: a second. */
    public TaskPlan running(String time) {
        return new TaskPlan(pending, duration(time), rows, unparseable, failure, ends);
    }

    /** Reads that many rows. Default: one. Without rows the task publishes no segment, and succeeds all the same. */
    public TaskPlan rows(long rows) {
        return new TaskPlan(pending, running, rows, unparseable, failure, ends);
    }

    /** Meets that many rows that it cannot read. Default: none. */
    public TaskPlan unparseable(long unparseable) {
        return new TaskPlan(pending, running, rows, unparseable, failure, ends);
    }

    /** Ends in SUCCESS. The default. */
    public TaskPlan succeeds() {
        return new TaskPlan(pending, running, rows, unparseable, null, true);
    }

    /** Ends in FAILED, with this message. */
    public TaskPlan fails(String message) {
        return new TaskPlan(pending, running, rows, unparseable, message, true);
    }

    /** Runs until it is shut down. */
    public TaskPlan neverEnds() {
        return new TaskPlan(pending, running, rows, unparseable, failure, false);
    }

    /** How long it waits for a slot. */
    public Duration pending() {
        return pending;
    }

    /** How long it runs. */
    public Duration running() {
        return running;
    }

    /** How many rows it reads. */
    public long rows() {
        return rows;
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

    private static Duration duration(String time) {
        Matcher m = TIME.matcher(time.trim().toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "\"" + time + "\" is no time; write for example 500ms, 2s, 30m, 1h or 1d");
        }
        long amount = Long.parseLong(m.group(1));
        switch (m.group(2)) {
            case "ms":
                return Duration.ofMillis(amount);
            case "s":
                return Duration.ofSeconds(amount);
            case "m":
                return Duration.ofMinutes(amount);
            case "h":
                return Duration.ofHours(amount);
            default:
                return Duration.ofDays(amount);
        }
    }
}
