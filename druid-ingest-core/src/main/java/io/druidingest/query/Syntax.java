package io.druidingest.query;

import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Formatter;
import java.util.IllegalFormatException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Checks of the small languages that stand in texts here. */
final class Syntax {

    private Syntax() {}

    /** Reports what Druid could not compile: it uses Java's regular expressions too. */
    static @Nullable Pattern regex(String regex, Findings at) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            at.report(
                    Rules.ILLEGAL_PATTERN,
                    "is no regular expression: " + e.getDescription() + " near index " + e.getIndex() + "; mend it");
            return null;
        }
    }

    /** Reports a group (Druid's default: 1) that the regular expression does not have. */
    static void regexGroup(String regex, @Nullable Integer group, Findings at) {
        Pattern compiled = regex(regex, at.at("expr"));
        int wanted = group == null ? 1 : group;
        int groups = compiled == null ? wanted : compiled.matcher("").groupCount();
        if (wanted < 0 || wanted > groups) {
            at.at("index")
                    .report(
                            Rules.ILLEGAL_PATTERN,
                            "is group " + wanted + " of " + groups + "; set 0 for all, or put parentheses into expr");
        }
    }

    /** Reports what {@code String.format} could not apply to one text. */
    static void format(String format, Findings at) {
        if (format.isEmpty()) {
            at.report(Rules.ILLEGAL_PATTERN, "is empty; write what becomes of a value, for example [%s]");
            return;
        }
        try (Formatter formatter = new Formatter(Locale.ROOT)) {
            formatter.format(format, "text");
        } catch (IllegalFormatException e) {
            at.report(Rules.ILLEGAL_PATTERN, "\"" + format + "\" cannot format one text; write for example [%s]");
        }
    }

    /** Reports an expression that says nothing. What others mean only Druid knows. */
    static void expression(String expression, Findings at) {
        if (expression.trim().isEmpty()) {
            at.report(Rules.EMPTY_EXPRESSION, "is empty; say what to compute");
        }
    }
}
