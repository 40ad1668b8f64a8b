package io.druidingest.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.json.Canonical;
import io.druidingest.json.IsoTime;
import io.druidingest.validation.Checked;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step of the calendar in ISO-8601, with a part of days and longer, a part of hours and shorter, or both:
 * {@code P1M}, {@code PT6H}, {@code P1DT2H}.
 *
 * <p>A malformed text makes a period too, so that its spec can tell all its problems together. Immutable; equal if both
 * parts are, or the text where it is malformed.
 */
public final class IsoPeriod implements Checked, Canonical {

    /** Longer than any other. */
    static final IsoPeriod EVER =
            new IsoPeriod(TextNode.valueOf("P2147483647Y"), Period.ofYears(Integer.MAX_VALUE), Duration.ZERO);

    private final JsonNode json;
    private final @Nullable Period days;
    private final @Nullable Period normalized;
    private final Duration hours;

    private IsoPeriod(JsonNode json, @Nullable Period days, Duration hours) {
        this.json = json;
        this.days = days;
        this.normalized = days == null ? null : days.normalized();
        this.hours = hours;
    }

    /** The period that the text says, for example {@code P1M}. */
    public static IsoPeriod of(String text) {
        try {
            String iso = text.toUpperCase(Locale.ROOT);
            int t = iso.indexOf('T');
            if (isPeriod(iso)) {
                return new IsoPeriod(
                        TextNode.valueOf(text),
                        t == 1 ? Period.ZERO : Period.parse(t < 0 ? iso : iso.substring(0, t)),
                        t < 0 ? Duration.ZERO : Duration.parse("P" + iso.substring(t)));
            }
        } catch (DateTimeException | ArithmeticException e) {
            // told by check
        }
        return new IsoPeriod(TextNode.valueOf(text), null, Duration.ZERO);
    }

    static IsoPeriod ofMillis(long millis) {
        return new IsoPeriod(LongNode.valueOf(millis), Period.ZERO, Duration.ofMillis(millis));
    }

    @JsonCreator
    static IsoPeriod read(JsonNode json) {
        return json.isIntegralNumber() && json.canConvertToLong() ? ofMillis(json.asLong()) : of(json.asText());
    }

    /** Whether the text is a period, if anything. */
    static boolean isPeriod(String text) {
        return text.startsWith("P") || text.startsWith("p");
    }

    Instant after(Instant start) {
        return IsoTime.millis(utc(start).plus(wellFormed()).plus(hours).toInstant());
    }

    Instant before(Instant end) {
        return IsoTime.millis(utc(end).minus(wellFormed()).minus(hours).toInstant());
    }

    @Override
    public void check(Findings at) {
        if (days == null) {
            at.report(Rules.MALFORMED, json + " is no period; write for example P1D, PT6H or P1M");
        }
    }

    /** Whether this is well-formed and longer than nothing. */
    public boolean isPositive() {
        return days != null && length(365, 28).compareTo(Duration.ZERO) > 0;
    }

    /** Whether this is well-formed and shorter than nothing. */
    public boolean isNegative() {
        return days != null && length(365, 28).isNegative();
    }

    /** Whether this is longer than the other wherever in the calendar the two stand. */
    public boolean surelyLongerThan(IsoPeriod other) {
        return length(365, 28).compareTo(other.length(366, 31)) > 0;
    }

    private Duration length(long year, long month) {
        Period p = wellFormed();
        return Duration.ofDays(p.getYears() * year + p.getMonths() * month + p.getDays())
                .plus(hours);
    }

    private Period wellFormed() {
        if (days == null) {
            throw new DateTimeException(json + " is no period");
        }
        return days;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @JsonValue
    @Override
    public JsonNode spelling() {
        return json;
    }

    /** The text as it was given; of a number of milliseconds, its digits. */
    @Override
    public String toString() {
        return json.asText();
    }

    @Override
    public JsonNode canonical() {
        if (normalized == null) {
            return json;
        }
        String whole = normalized.isZero() ? "P" : normalized.toString();
        String rest =
                hours.isZero() && !normalized.isZero() ? "" : hours.toString().substring(1);
        return TextNode.valueOf(whole + rest);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        if (!(o instanceof IsoPeriod)) {
            return false;
        }
        IsoPeriod other = (IsoPeriod) o;
        return Objects.equals(normalized, other.normalized)
                && hours.equals(other.hours)
                && (normalized != null || json.equals(other.json));
    }

    @Override
    public int hashCode() {
        return normalized == null ? json.hashCode() : 31 * normalized.hashCode() + hours.hashCode();
    }
}
