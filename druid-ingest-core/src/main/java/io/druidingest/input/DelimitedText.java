package io.druidingest.input;

import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The rules that formats of lines and columns share. */
final class DelimitedText {

    private DelimitedText() {}

    static void check(
            List<String> columns,
            String delimiter,
            @Nullable String listDelimiter,
            @Nullable Boolean findColumnsFromHeader,
            @Nullable Integer skipHeaderRows,
            Findings at) {
        boolean header = Boolean.TRUE.equals(findColumnsFromHeader);
        if (columns.isEmpty() && !header) {
            at.report(Rules.COLUMNS_OR_HEADER, "needs columns, or findColumnsFromHeader(true)");
        } else if (!columns.isEmpty() && header) {
            at.at("columns")
                    .report(Rules.COLUMNS_OR_HEADER, "is ignored, since findColumnsFromHeader is true; keep one");
        }
        if (delimiter.isEmpty()) {
            at.at("delimiter").report(Rules.DELIMITERS_DIFFER, "is empty; say what separates columns");
        } else {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).contains(delimiter)) {
                    at.at("columns").at(i).report(Rules.DELIMITERS_DIFFER, "has the delimiter in its name; rename it");
                }
            }
        }
        if (delimiter.equals(listDelimiter)) {
            at.at("listDelimiter").report(Rules.DELIMITERS_DIFFER, "is also the delimiter of columns; choose another");
        }
        checkList(listDelimiter, at.at("listDelimiter"));
        checkNames(columns, at.at("columns"));
        Amounts.notNegative(skipHeaderRows, at.at("skipHeaderRows"));
    }

    static void checkNumbers(@Nullable Boolean tryParseNumbers, Findings at) {
        if (Boolean.TRUE.equals(tryParseNumbers)) {
            at.at("tryParseNumbers")
                    .report(
                            Rules.LOST_WHEN_KEPT,
                            "is false again in Druid 33; cast in a transform, or declare dimensions");
        }
    }

    static void checkRegex(String pattern, List<String> columns, @Nullable String listDelimiter, Findings at) {
        try {
            int groups = Pattern.compile(pattern).matcher("").groupCount();
            if (groups == 0) {
                at.at("pattern")
                        .report(Rules.REGEX_PATTERN, "has no groups, so no values; put what to read in parentheses");
            } else if (columns.size() > groups) {
                at.at("columns")
                        .report(
                                Rules.REGEX_PATTERN,
                                "names " + columns.size() + " columns, but the pattern has only " + groups
                                        + " groups; drop the rest");
            }
        } catch (PatternSyntaxException e) {
            at.at("pattern")
                    .report(Rules.REGEX_PATTERN, "is no regular expression: " + e.getDescription() + "; mend it");
        }
        checkList(listDelimiter, at.at("listDelimiter"));
        checkNames(columns, at.at("columns"));
    }

    /** Reports names that stand twice in a list. */
    static void checkNames(List<String> names, Findings at) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Integer first = seen.putIfAbsent(names.get(i), i);
            if (first != null) {
                at.at(i)
                        .report(
                                Rules.DUPLICATE_FIELD,
                                "\"" + names.get(i) + "\" is also at position " + first + "; rename one or drop it");
            }
        }
    }

    private static void checkList(@Nullable String listDelimiter, Findings at) {
        if ("".equals(listDelimiter)) {
            at.report(Rules.DELIMITERS_DIFFER, "is empty; say what separates values, or leave it out");
        }
    }
}
