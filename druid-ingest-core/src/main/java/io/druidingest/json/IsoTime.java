package io.druidingest.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a moment as Druid does: ISO-8601 from the year down to milliseconds, any end of it left out, UTC where no zone is
 * given. Week dates and day-of-year dates, which Druid takes too, are not read.
 */
public final class IsoTime {

    private static final String USUAL = "0000-00-00T00:00:00.000Z";

    private IsoTime() {}

    /**
     * The moment that the text says, in whole milliseconds.
     *
     * @throws DateTimeException if it is malformed
     * @throws ArithmeticException if it is too far away for 64 bits of milliseconds
     */
    public static Instant parse(String text) {
        Instant usual = usual(text);
        return usual != null
                ? usual
                : millis(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT), Unusual.FORM)
                        .toInstant());
    }

    /** Reads the forms that most specs have, a date or {@link #USUAL} to the millisecond, at a tenth of the cost. */
    private static @Nullable Instant usual(String text) {
        boolean date = text.length() == 10;
        if (!date && text.length() != USUAL.length()) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (USUAL.charAt(i) == '0' ? c < '0' || c > '9' : c != USUAL.charAt(i)) {
                return null;
            }
        }
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = date ? 0 : number(text, 11, 13);
        int minute = date ? 0 : number(text, 14, 16);
        int second = date ? 0 : number(text, 17, 19);
        if (month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59) {
            return null; // the 29th and later need the calendar
        }
        long seconds =
                LocalDate.of(number(text, 0, 4), month, day).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L;
        return Instant.ofEpochMilli((seconds + second) * 1_000 + (date ? 0 : number(text, 20, 23)));
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + (text.charAt(i) - '0');
        }
        return number;
    }

    /**
     * The same moment in whole milliseconds, which is all that Druid keeps.
     *
     * @throws ArithmeticException if it is too far away for 64 bits of them
     */
    public static Instant millis(Instant moment) {
        return Instant.ofEpochMilli(moment.toEpochMilli());
    }

    /** Most programs never need it, and it takes long to make. */
    private static final class Unusual {

        static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
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
    }
}
