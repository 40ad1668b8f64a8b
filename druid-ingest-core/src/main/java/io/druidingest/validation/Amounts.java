package io.druidingest.validation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks of counts, sizes and durations that several types share. An absent one is fine. */
public final class Amounts {

    private Amounts() {}

    /** Reports a count or size that is zero or less. */
    public static void positive(@Nullable Number amount, Findings at) {
        if (amount != null && amount.doubleValue() <= 0) {
            at.report(Rules.NOT_POSITIVE, "is " + amount + "; make it greater than 0, or leave it out for the default");
        }
    }

    /** Reports a count that is less than zero. */
    public static void notNegative(@Nullable Number amount, Findings at) {
        if (amount != null && amount.doubleValue() < 0) {
            at.report(Rules.NEGATIVE, "is " + amount + "; make it 0 or greater, or leave it out for the default");
        }
    }

    /** Reports a duration that is zero or less. */
    public static void positive(@Nullable Duration duration, Findings at) {
        if (duration != null && (duration.isZero() || duration.isNegative())) {
            at.report(
                    Rules.NOT_POSITIVE,
                    "is " + duration + "; make it longer than zero, or leave it out for the default");
        }
    }

    /** Reports a duration that is less than zero. */
    public static void notNegative(@Nullable Duration duration, Findings at) {
        if (duration != null && duration.isNegative()) {
            at.report(Rules.NEGATIVE, "is " + duration + "; make it zero or longer, or leave it out for the default");
        }
    }
}
