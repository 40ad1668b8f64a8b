package io.druidingest.input;

import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that csv and tsv share. */
final class DelimitedText {

    private DelimitedText() {}

    static void check(
            List<String> columns,
            String delimiter,
            @Nullable String listDelimiter,
            @Nullable Boolean findColumnsFromHeader,
            @Nullable Integer skipHeaderRows,
            Findings at) {
        if (columns.isEmpty() && !Boolean.TRUE.equals(findColumnsFromHeader)) {
            at.report(Rules.COLUMNS_OR_HEADER, "needs columns, or findColumnsFromHeader(true)");
        }
        if (delimiter.equals(listDelimiter)) {
            at.at("listDelimiter").report(Rules.DELIMITERS_DIFFER, "is also the delimiter of columns; choose another");
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).contains(delimiter)) {
                at.at("columns").at(i).report(Rules.DELIMITERS_DIFFER, "has the delimiter in its name; rename it");
            }
        }
        Amounts.notNegative(skipHeaderRows, at.at("skipHeaderRows"));
    }
}
