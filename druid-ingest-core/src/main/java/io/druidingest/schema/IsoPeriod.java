package io.druidingest.schema;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;

/** An ISO-8601 period that may have a part of days and longer, and a part of hours and shorter, as in {@code P1DT2H}. */
final class IsoPeriod {

    private final Period days;
    private final Duration hours;

    private IsoPeriod(Period days, Duration hours) {
        this.days = days;
        this.hours = hours;
    }

    /**
     * Reads one.
     *
     * @throws DateTimeException if it is malformed
     */
    static IsoPeriod parse(String text) {
        int t = text.indexOf('T');
        Period days = t == 1 ? Period.ZERO : Period.parse(t < 0 ? text : text.substring(0, t));
        Duration hours = t < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(t));
        return new IsoPeriod(days, hours);
    }

    Instant after(Instant start) {
        return utc(start).plus(days).plus(hours).toInstant();
    }

    Instant before(Instant end) {
        return utc(end).minus(days).minus(hours).toInstant();
    }

    /** Its length with months and years at their shortest. */
    long seconds() {
        return Duration.ofDays(days.getYears() * 365L + days.getMonths() * 28L + days.getDays())
                .plus(hours)
                .toSeconds();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
