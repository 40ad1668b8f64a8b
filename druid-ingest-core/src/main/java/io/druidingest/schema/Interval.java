package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.druidingest.validation.Checked;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A span of time in ISO-8601: {@code start/end}, {@code start/period} or {@code period/end}; the end is not part of it.
 * Times without a zone are UTC.
 *
 * <p>A malformed text makes an interval too, so that its spec can tell all its problems together. Immutable; equal if
 * both ends are, or the text where it is malformed.
 */
public final class Interval implements Checked {

    private static final DateTimeFormatter ISO_TIME = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 1, 10, SignStyle.NORMAL)
            .appendPattern("[-M[-d['T'[H[:m[:s")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("]]]]]]")
            .appendPattern("[XXX]")
            .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
            .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter();

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
            if (first.startsWith("P")) {
                Instant end = time(second);
                return new Interval(text, IsoPeriod.parse(first).before(end), end);
            }
            Instant start = time(first);
            return new Interval(
                    text,
                    start,
                    second.startsWith("P") ? IsoPeriod.parse(second).after(start) : time(second));
        } catch (DateTimeException | ArithmeticException e) {
            return new Interval(text, null, null);
        }
    }

    /** The interval between two times. */
    public static Interval of(Instant start, Instant end) {
        return new Interval(start + "/" + end, start, end);
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

    private static Instant time(String text) {
        return OffsetDateTime.parse(text, ISO_TIME).toInstant();
    }

    /** The text as it was given. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        if (!(o instanceof Interval)) {
            return false;
        }
        Interval other = (Interval) o;
        return start == null
                ? other.start == null && text.equals(other.text)
                : start.equals(other.start) && Objects.equals(end, other.end);
    }

    @Override
    public int hashCode() {
        return start == null ? text.hashCode() : Objects.hash(start, end);
    }
}
