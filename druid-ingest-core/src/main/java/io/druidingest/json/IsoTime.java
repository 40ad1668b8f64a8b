package io.druidingest.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Reads a moment as Druid does: ISO-8601 from the year down to milliseconds, any end of it left out, UTC where no zone is
 * given. Week dates and day-of-year dates, which Druid takes too, are not read.
 */
public final class IsoTime {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .parseLenient() // a plus sign before the year
            .appendValue(ChronoField.YEAR, 1, 9, SignStyle.NORMAL)
            .parseStrict()
            .appendPattern("[-M[-d]]['T'[H[:m[:s")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("]]][XXX][XX][X]]")
            .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
            .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private IsoTime() {}

    /**
     * The moment that the text says, in whole milliseconds.
     *
     * @throws DateTimeException if it is malformed
     * @throws ArithmeticException if it is too far away for 64 bits of milliseconds
     */
    public static Instant parse(String text) {
        return millis(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT), FORM).toInstant());
    }

    /**
     * The same moment in whole milliseconds, which is all that Druid keeps.
     *
     * @throws ArithmeticException if it is too far away for 64 bits of them
     */
    public static Instant millis(Instant moment) {
        return Instant.ofEpochMilli(moment.toEpochMilli());
    }
}
