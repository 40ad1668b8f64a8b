package io.druidingest.unit;

import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;

/** Checks patterns of dates as Joda-Time reads them, on which Druid stands. */
public final class DatePatterns {

    private DatePatterns() {}

    /** Reports a pattern that Joda-Time does not take. */
    public static void check(String pattern, Findings at) {
        if (!isPattern(pattern)) {
            at.report(
                    Rules.ILLEGAL_PATTERN,
                    "\"" + pattern + "\" is no Joda-Time pattern; quote literal letters as in yyyy-MM-dd'T'HH:mm");
        }
    }

    /** Whether it is a pattern that Joda-Time takes. */
    public static boolean isPattern(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && isLetter(c) && "GCxweEYyDMdaKkhHmsSzZ".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isLetter(char c) { // to Joda-Time, any other is literal
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
