package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.json.Keyword;
import java.util.Set;

/**
 * How texts are ordered. In JSON also an object with the word as {@code type}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/sorting-orders">sorting orders</a>
 */
public final class StringComparator extends Keyword {

    /** By their bytes in UTF-8. */
    public static final StringComparator LEXICOGRAPHIC = new StringComparator("lexicographic");

    /** By their bytes, but numbers in them by value: {@code v2} before {@code v10}. */
    public static final StringComparator ALPHANUMERIC = new StringComparator("alphanumeric");

    /** As numbers; what is none comes first. */
    public static final StringComparator NUMERIC = new StringComparator("numeric");

    /** By length, then by bytes. */
    public static final StringComparator STRLEN = new StringComparator("strlen");

    /** As version numbers such as {@code 1.10.2-beta}. */
    public static final StringComparator VERSION = new StringComparator("version");

    /** By what they stand for in an index: of use in sorting only. */
    public static final StringComparator NATURAL = new StringComparator("natural");

    private StringComparator(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static StringComparator of(String word) {
        return known(new StringComparator(word));
    }

    @JsonCreator
    static StringComparator read(JsonNode json) {
        return new StringComparator((json.isTextual() ? json : json.path("type")).asText());
    }

    @Override
    protected Set<String> words() {
        return Set.of("lexicographic", "alphanumeric", "numeric", "strlen", "version", "natural");
    }
}
