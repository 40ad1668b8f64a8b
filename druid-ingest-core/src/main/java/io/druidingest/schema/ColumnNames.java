package io.druidingest.schema;

import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Set;

/** Checks the names of columns, which are names of entries in a segment file, too. */
final class ColumnNames {

    private static final Set<String> TAKEN = Set.of("index.drd", "metadata.drd");

    private ColumnNames() {}

    static void check(String name, Findings at) {
        if (name.isEmpty()) {
            at.report(Rules.EMPTY_NAME, "is empty; name the column");
        } else if (TAKEN.contains(name) || name.chars().anyMatch(c -> c == ',' || c == '\n' || c == '\r')) {
            at.report(
                    Rules.COLUMN_NAME,
                    "\"" + name + "\" breaks the file of a segment; use no comma, no line break, and no name of Druid's"
                            + " own files");
        }
    }
}
