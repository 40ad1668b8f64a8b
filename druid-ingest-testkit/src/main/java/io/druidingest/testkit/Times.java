package io.druidingest.testkit;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times as tests write them. */
final class Times {

    private static final Pattern TIME = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");

    private Times() {}

    static Duration of(String time) {
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
