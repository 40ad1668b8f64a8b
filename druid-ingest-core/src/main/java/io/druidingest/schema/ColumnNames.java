package io.druidingest.schema;

import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the names of columns, which are names of entries in a segment file, too. */
final class ColumnNames {

    private static final Set<String> TAKEN = Set.of("index.drd", "metadata.drd");

    private ColumnNames() {}

    static void check(String name, Findings at) {
        if (name.isEmpty()) {
            at.report(Rules.EMPTY_NAME, "is empty; name the column");
        } else if (TAKEN.contains(name)
                || name.indexOf(',') >= 0
                || name.indexOf('\n') >= 0
                || name.indexOf('\r') >= 0) {
            at.report(
                    Rules.COLUMN_NAME,
                    "\"" + name + "\" breaks the file of a segment; use no comma, no line break, and no name of Druid's"
                            + " own files");
        }
    }

    /** Where the first dimension of that name stands; null where there is none. */
    static @Nullable String place(String name, DimensionsSpec spec) {
        for (int i = 0; i < spec.dimensions().size(); i++) {
            if (name.equals(spec.dimensions().get(i).name())) {
                return "dimension [" + i + "]";
            }
        }
        for (int i = 0; i < spec.spatialDimensions().size(); i++) {
            if (name.equals(spec.spatialDimensions().get(i).dimName())) {
                return "spatial dimension [" + i + "]";
            }
        }
        return null;
    }
}
