package io.druidingest.unit;

import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.TimeZone;
import java.util.regex.Pattern;

/** Checks the names of time zones, of which Druid takes those it does not know for UTC, without a word. */
public final class TimeZones {

    private static final Pattern OFFSET =
            Pattern.compile("[+-]\\d{2}(:?\\d{2}(:?\\d{2})?)?|GMT[+-]\\d{1,2}(:?\\d{2})?");

    private TimeZones() {}

    /** Reports a name that Druid does not know. */
    public static void check(String zone, Findings at) {
        if (!isUtc(zone)
                && !OFFSET.matcher(zone).matches()
                && !Arrays.asList(TimeZone.getAvailableIDs()).contains(zone)) {
            at.report(
                    Rules.UNKNOWN_TIME_ZONE,
                    "\"" + zone + "\" is no time zone; write for example Europe/Berlin or +01:00");
        }
    }

    static boolean isUtc(String zone) {
        return zone.equalsIgnoreCase("UTC") || zone.equals("Z");
    }
}
