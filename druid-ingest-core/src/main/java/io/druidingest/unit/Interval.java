package io.druidingest.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.json.Canonical;
import io.druidingest.json.IsoTime;
import io.druidingest.validation.Checked;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span of time in ISO-8601: {@code start/end}, {@code start/period} or {@code period/end}; the end is not part of it.
 * Times without a zone are UTC.
 *
 * <p>A malformed text makes an interval too, so that its spec can tell all its problems together. Immutable; equal if
 * both ends are, or the text where it is malformed.
 */
public final class Interval implements Checked, Canonical {

    private final String text;
    private final @Nullable Instant start;
    private final @Nullable Instant end;

    private Interval(String text, @Nullable Instant start, @Nullable Instant end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** The interval that the text says, for example {@code 2026-01-01/2026-02-01} or {@code 2026-01-01/P1M}. */
    @JsonCreator
    public static Interval of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new Interval(text, null, null);
        }
        String first = text.substring(0, slash);
        String second = text.substring(slash + 1);
        try {
            if (IsoPeriod.isPeriod(first)) {
                Instant end = IsoTime.parse(second);
                return new Interval(text, IsoPeriod.of(first).before(end), end);
            }
            Instant start = IsoTime.parse(first);
            return new Interval(
                    text,
                    start,
                    IsoPeriod.isPeriod(second) ? IsoPeriod.of(second).after(start) : IsoTime.parse(second));
        } catch (DateTimeException | ArithmeticException e) {
            return new Interval(text, null, null);
        }
    }

    /** The interval between two times, in whole milliseconds. */
    public static Interval of(Instant start, Instant end) {
        return of(start + "/" + end);
    }

    /**
     * The first moment.
     *
     * @throws IllegalStateException if the text is malformed
     */
    public Instant start() {
        return wellFormed(start);
    }

    /**
     * The first moment after.
     *
     * @throws IllegalStateException if the text is malformed
     */
    public Instant end() {
        return wellFormed(end);
    }

    @Override
    public void check(Findings at) {
        if (start == null || end == null) {
            at.report(Rules.ILLEGAL_INTERVAL, "\"" + text + "\" is malformed; write for example 2026-01-01/2026-02-01");
        } else if (end.isBefore(start)) {
            at.report(Rules.ILLEGAL_INTERVAL, "\"" + text + "\" ends before it starts; swap the two");
        }
    }

    private Instant wellFormed(@Nullable Instant moment) {
        if (moment == null) {
            throw new IllegalStateException("\"" + text + "\" is no interval");
        }
        return moment;
    }

    /** The text as it was given. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }

    @Override
    public JsonNode spelling() {
        return TextNode.valueOf(text);
    }

    @Override
    public JsonNode canonical() {
        return TextNode.valueOf(start == null ? text : start + "/" + end);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Interval && ((Interval) o).canonical().equals(canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }
}
