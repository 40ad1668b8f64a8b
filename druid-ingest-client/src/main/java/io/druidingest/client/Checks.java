package io.druidingest.client;

import java.time.Duration;

/** What settings are held to. The messages name the setting, and what it is. */
final class Checks {

    private Checks() {}

    static void check(boolean sound, String problem) {
        if (!sound) {
            throw new IllegalArgumentException(problem);
        }
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
