package io.druidingest.testkit.internal.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.testkit.TaskPlan;
import io.druidingest.unit.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a task reads: so many rows as its plan says, or as its inline data hold; else one. Immutable. */
final class TaskInput {

    private static final int USUAL_BYTES = 100;

    private final long rows;
    private final long unparseable;
    private final long thrownAway;
    private final long bytes;
    private final List<Instant> times;

    private TaskInput(long rows, long unparseable, long thrownAway, long bytes, List<Instant> times) {
        this.rows = rows;
        this.unparseable = unparseable;
        this.thrownAway = thrownAway;
        this.bytes = bytes;
        this.times = times;
    }

    static TaskInput of(JsonNode payload, TaskPlan plan) {
        JsonNode spec = payload.path("spec");
        InlineData inline =
                plan.rows().isPresent() ? null : InlineData.of(spec.path("ioConfig"), spec.path("dataSchema"));
        if (inline == null) {
            long rows = plan.rows().orElse(1);
            return of(rows, plan.unparseable(), (rows + plan.unparseable()) * USUAL_BYTES);
        }
        List<Interval> wanted = new ArrayList<>();
        spec.at("/dataSchema/granularitySpec/intervals").forEach(i -> wanted.add(Interval.of(i.asText())));
        long unparseable = plan.unparseable();
        long thrownAway = 0;
        long bytes = Math.max(0, inline.lines().size() - 1); // the ends of the lines
        List<Instant> times = new ArrayList<>();
        for (InlineData.Line line : inline.lines()) {
            Instant time = line.time();
            bytes += line.bytes();
            if (time == null) {
                unparseable++;
            } else if (wanted.isEmpty() || wanted.stream().anyMatch(i -> contains(i, time))) {
                times.add(time);
            } else {
                thrownAway++;
            }
        }
        return new TaskInput(times.size(), unparseable, thrownAway, bytes, times);
    }

    private static boolean contains(Interval interval, Instant time) {
        return !time.isBefore(interval.start()) && time.isBefore(interval.end());
    }

    static TaskInput of(long rows, long unparseable, long bytes) {
        return new TaskInput(rows, unparseable, 0, bytes, List.of());
    }

    long rows() {
        return rows;
    }

    long unparseable() {
        return unparseable;
    }

    /** Those that are not of its intervals. */
    long thrownAway() {
        return thrownAway;
    }

    long bytes() {
        return bytes;
    }

    /** The time of each row; empty if nobody knows. */
    List<Instant> times() {
        return times;
    }
}
