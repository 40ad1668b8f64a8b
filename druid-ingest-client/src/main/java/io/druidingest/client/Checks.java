package io.druidingest.client;

import io.druidingest.unit.Interval;
import java.time.Duration;

/** What settings are held to. The messages name the setting, and what it is. */
final class Checks {

    private Checks() {}

    static void check(boolean sound, String problem) {
        if (!sound) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** A well-formed interval, as Druid is told it. */
    static Interval wellFormed(Interval interval) {
        try {
            check(
                    !interval.end().isBefore(interval.start()),
                    "the interval " + interval + " ends before it starts; swap the two");
        } catch (IllegalStateException malformed) {
            throw new IllegalArgumentException(
                    malformed.getMessage() + "; write for example 2026-01-01/2026-02-01", malformed);
        }
        return interval;
    }

    static int positive(String setting, int value) {
        check(value > 0, setting + " must be positive, not " + value);
        return value;
    }

    static Duration positive(String setting, Duration value) {
        check(!value.isNegative() && !value.isZero(), setting + " must be positive, not " + value);
        return value;
    }

    static Duration notNegative(String setting, Duration value) {
        check(!value.isNegative(), setting + " must not be negative, but is " + value);
        return value;
    }
}
