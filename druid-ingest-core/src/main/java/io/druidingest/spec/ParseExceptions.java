package io.druidingest.spec;

import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import org.jspecify.annotations.Nullable;

/** What the limits of parse exceptions in a tuning configuration do to one another. */
final class ParseExceptions {

    private ParseExceptions() {}

    static void check(@Nullable Boolean report, @Nullable Integer max, @Nullable Integer saved, Findings at) {
        if (!Boolean.TRUE.equals(report)) {
            return;
        }
        if (max != null && max > 0) {
            at.at("maxParseExceptions").report(Rules.PARSE_EXCEPTIONS_OVERRIDDEN, message(max, 0));
        }
        if (saved != null && saved > 1) {
            at.at("maxSavedParseExceptions").report(Rules.PARSE_EXCEPTIONS_OVERRIDDEN, message(saved, 1));
        }
    }

    private static String message(int said, int taken) {
        return "is " + said + ", which reportParseExceptions makes " + taken + "; leave out one of the two";
    }
}
