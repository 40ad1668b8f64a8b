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
 * written back, and refused by a strict one. Immutable; equal by class and word, ignoring case where Druid does.
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
        return words().contains(anyCase() ? word.toLowerCase(Locale.ROOT) : word);
    }

    /** The words that this version of the library knows: in lower case, or as Druid wants them. */
    protected abstract Set<String> words();

    /** The word as Druid wants it, where this one differs by its case and Druid minds; null otherwise. */
    final @Nullable String rightCase() {
        return isKnown()
                ? null
                : words().stream().filter(word::equalsIgnoreCase).findFirst().orElse(null);
    }

    /** Whether Druid reads the words in any case. */
    protected boolean anyCase() {
        return true;
    }

    /** The word as Druid spells it. */
    @JsonValue
    @Override
    public final String toString() {
        return word;
    }

    @Override
    public final JsonNode spelling() {
        return TextNode.valueOf(word);
    }

    @Override
    public final JsonNode canonical() {
        return TextNode.valueOf(anyCase() ? word.toLowerCase(Locale.ROOT) : word);
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
