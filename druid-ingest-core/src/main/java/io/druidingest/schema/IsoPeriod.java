package io.druidingest.schema;

import io.druidingest.json.IsoTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;

/** An ISO-8601 period that may have a part of days and longer, and a part of hours and shorter, as in {@code P1DT2H}. */
final class IsoPeriod {

    /** Longer than any other. */
    static final IsoPeriod EVER = new IsoPeriod(Period.ofYears(Integer.MAX_VALUE), Duration.ZERO);

    private final Period days;
    private final Duration hours;
    private final Duration shortest;
    private final Duration longest;

    private IsoPeriod(Period days, Duration hours) {
        this.days = days;
        this.hours = hours;
        this.shortest = length(365, 28);
        this.longest = length(366, 31);
    }

    /**
     * Reads one.
     *
     * @throws DateTimeException if it is malformed
     * @throws ArithmeticException if it is too long
     */
    static IsoPeriod parse(String text) {
        String iso = text.toUpperCase(Locale.ROOT);
        if (!isPeriod(iso)) {
            throw new DateTimeException("\"" + text + "\" does not begin with P");
        }
        int t = iso.indexOf('T');
        Period days = t == 1 ? Period.ZERO : Period.parse(t < 0 ? iso : iso.substring(0, t));
        Duration hours = t < 0 ? Duration.ZERO : Duration.parse("P" + iso.substring(t));
        return new IsoPeriod(days, hours);
    }

    static IsoPeriod ofMillis(long millis) {
        return new IsoPeriod(Period.ZERO, Duration.ofMillis(millis));
    }

    /** Whether the text is a period, if anything. */
    static boolean isPeriod(String text) {
        return text.startsWith("P") || text.startsWith("p");
    }

    Instant after(Instant start) {
        return IsoTime.millis(utc(start).plus(days).plus(hours).toInstant());
    }

    Instant before(Instant end) {
        return IsoTime.millis(utc(end).minus(days).minus(hours).toInstant());
    }

    boolean isPositive() {
        return shortest.compareTo(Duration.ZERO) > 0;
    }

    /** Whether this is longer than the other wherever in the calendar the two stand. */
    boolean surelyLongerThan(IsoPeriod other) {
        return shortest.compareTo(other.longest) > 0;
    }

    private Duration length(long year, long month) {
        return Duration.ofDays(days.getYears() * year + days.getMonths() * month + days.getDays())
                .plus(hours);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
