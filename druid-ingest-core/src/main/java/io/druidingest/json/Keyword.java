package io.druidingest.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One of a set of words. Its factory takes known words only; a word of a newer Druid is kept by a lenient reading and
 * written back, and refused by a strict one. Immutable; equal by class and word, ignoring case as Druid does.
 */
public abstract class Keyword implements Canonical {

    private final String word;

    protected Keyword(String word) {
        this.word = word;
    }

    /**
     * Passes a word that this version of the library knows.
     *
     * @throws IllegalArgumentException if it does not; the message lists the words
     */
    protected static <K extends Keyword> K known(K keyword) {
        if (!keyword.isKnown()) {
            throw new IllegalArgumentException("\"" + keyword + "\" is none of " + new TreeSet<>(keyword.words()));
        }
        return keyword;
    }

    final boolean isKnown() {
        return words().contains(word.toLowerCase(Locale.ROOT));
    }

    /** The words that this version of the library knows, in lower case. */
    protected abstract Set<String> words();

    /** The word as Druid spells it. */
    @JsonValue
    @Override
    public final String toString() {
        return word;
    }

    @Override
    public final JsonNode canonical() {
        return TextNode.valueOf(word.toLowerCase(Locale.ROOT));
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // words of different sets differ, and each set is a final class
    public final boolean equals(@Nullable Object o) {
        return o != null
                && o.getClass() == getClass()
                && ((Keyword) o).canonical().equals(canonical());
    }

    @Override
    public final int hashCode() {
        return canonical().hashCode();
    }
}
