package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.json.Canonical;
import io.druidingest.validation.Checked;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column or of a value: {@code LONG}, {@code ARRAY<STRING>}, {@code COMPLEX<json>}. Immutable; equal by
 * what is meant, so {@code long} equals {@code LONG}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/sql-data-types">data types</a>
 */
public final class ColumnType implements Checked, Canonical {

    public static final ColumnType STRING = of("STRING");
    public static final ColumnType LONG = of("LONG");
    public static final ColumnType DOUBLE = of("DOUBLE");
    public static final ColumnType FLOAT = of("FLOAT");

    /** Any value that JSON can hold. */
    public static final ColumnType JSON = complex("json");

    private static final String ARRAY = "ARRAY<";
    private static final String COMPLEX = "COMPLEX<";
    private static final Set<String> PRIMITIVES = Set.of("STRING", "LONG", "DOUBLE", "FLOAT");
    private static final String OLD_ARRAY = "_ARRAY";

    private final String text;

    private ColumnType(String text) {
        this.text = text;
    }

    /** The type of that name, in any case. An unknown one is reported by the spec it stands in. */
    public static ColumnType of(String text) {
        return new ColumnType(text);
    }

    /** An array of such elements. */
    public static ColumnType array(ColumnType element) {
        return of(ARRAY + element + ">");
    }

    /** A type of Druid's own or of an extension, for example {@code hyperUnique} or {@code thetaSketch}. */
    public static ColumnType complex(String name) {
        return of(COMPLEX + name + ">");
    }

    /** Reads a name, or an object with {@code type} and what goes with it. */
    @JsonCreator
    static ColumnType read(JsonNode json) {
        if (json.path("type").asText().equalsIgnoreCase("ARRAY") && json.has("elementType")) {
            return array(read(json.get("elementType")));
        }
        if (json.hasNonNull("complexTypeName")) {
            return complex(json.get("complexTypeName").asText());
        }
        return of((json.isObject() ? json.path("type") : json).asText());
    }

    boolean isNumber() {
        return isPrimitive() && !equals(STRING);
    }

    boolean isPrimitive() {
        return PRIMITIVES.contains(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public void check(Findings at) {
        if (canonical(text) == null) {
            at.report(
                    Rules.UNKNOWN_COLUMN_TYPE,
                    "\"" + text + "\" is no type; use STRING, LONG, DOUBLE, FLOAT, ARRAY<..> or COMPLEX<..>");
        }
    }

    /** The spelling that Druid would write; null where it would not understand. */
    private static @Nullable String canonical(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.startsWith(COMPLEX) && upper.endsWith(">")) {
            return COMPLEX + text.substring(COMPLEX.length());
        }
        if (upper.startsWith(ARRAY) && upper.endsWith(">")) {
            String element = canonical(text.substring(ARRAY.length(), text.length() - 1));
            return element == null ? null : ARRAY + element + ">";
        }
        if (upper.endsWith(OLD_ARRAY)) { // how Druid once spelt arrays, and still reads them
            String element = upper.substring(0, upper.length() - OLD_ARRAY.length());
            return PRIMITIVES.contains(element) ? ARRAY + element + ">" : null;
        }
        return upper.equals("COMPLEX") || PRIMITIVES.contains(upper) ? upper : null;
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }

    @Override
    public JsonNode spelling() {
        return TextNode.valueOf(text);
    }

    @Override
    public JsonNode canonical() {
        String spelling = canonical(text);
        return TextNode.valueOf(spelling == null ? text : spelling);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof ColumnType && ((ColumnType) o).canonical().equals(canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }
}
