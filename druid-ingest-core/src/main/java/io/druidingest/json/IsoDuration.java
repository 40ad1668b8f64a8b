package io.druidingest.json;

import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A duration as Druid reads and writes it: weeks, days, hours, minutes and seconds, down to the millisecond. */
final class IsoDuration {

    private static final Pattern FORM = Pattern.compile(
            "P(?:([-+]?\\d+)W)?(?:([-+]?\\d+)D)?"
                    + "(?:T(?=.)(?:([-+]?\\d+)H)?(?:([-+]?\\d+)M)?(?:([-+]?(?=[.,]?\\d)\\d*(?:[.,]\\d*)?)S)?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CALENDAR = Pattern.compile("P[^T]*\\d[YM].*", Pattern.CASE_INSENSITIVE);

    private static final Duration MOST_MILLIS = Duration.ofMillis(Long.MAX_VALUE);
    private static final Duration MOST_DAYS = Duration.ofDays(Integer.MAX_VALUE);

    private IsoDuration() {}

    /**
     * The duration that the text says.
     *
     * @throws DateTimeException if it is none, or has months or years, which have no fixed length
     * @throws NumberFormatException if a part is too large for 32 bits
     */
    static Duration parse(String text) {
        Matcher m = FORM.matcher(text);
        if (text.length() < 3 || !m.matches()) {
            throw new DateTimeException("no duration");
        }
        return Duration.ofDays(7L * whole(m.group(1)) + whole(m.group(2)))
                .plusHours(whole(m.group(3)))
                .plusMinutes(whole(m.group(4)))
                .plus(seconds(m.group(5)));
    }

    /** Druid has 32 bits for each part. */
    private static int whole(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static Duration seconds(@Nullable String digits) {
        if (digits == null) {
            return Duration.ZERO;
        }
        BigDecimal seconds = new BigDecimal(digits.replace(',', '.'));
        whole(seconds.toBigInteger().toString());
        BigDecimal nanos = seconds.movePointRight(9).setScale(0, RoundingMode.UP); // told by check, if that fine
        return Duration.ofSeconds(0, nanos.longValueExact());
    }

    /** Whether the text has months or years. */
    static boolean isOfTheCalendar(String text) {
        return CALENDAR.matcher(text).matches();
    }

    /** With days, unlike Java's own: Druid takes no more than 32 bits of hours. */
    static String write(Duration value) {
        Duration rest = value.minusDays(value.toDays());
        return value.toDays() <= 0
                ? value.toString()
                : "P" + value.toDays() + "D"
                        + (rest.isZero() ? "" : rest.toString().substring(1));
    }

    /** Reports what Druid would cut off. */
    static void check(Duration value, boolean millis, Findings at) {
        if (value.toNanosPart() % 1_000_000 != 0) {
            at.report(Rules.MALFORMED, value + " is finer than Druid's millisecond; round it");
            return;
        }
        Duration most = millis ? MOST_MILLIS : MOST_DAYS;
        if (value.compareTo(most) > 0 || value.compareTo(most.negated()) < 0) {
            at.report(Rules.MALFORMED, value + " is longer than Druid can tell; choose a shorter one");
        }
    }
}
