package io.druidingest.json;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of a set of words, open to words of newer Druid versions: an unknown word is kept and written back, and only a
 * strict reading refuses it. Immutable; equal by class and word, ignoring case as Druid does.
 */
public abstract class Keyword {

    private final String word;

    protected Keyword(String word) {
        this.word = word;
    }

    /** The words that this version of the library knows, in lower case. */
    protected abstract Set<String> known();

    /** The word as Druid spells it. */
    @JsonValue
    @Override
    public final String toString() {
        return word;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // words of different sets differ, and each set is a final class
    public final boolean equals(@Nullable Object o) {
        return o != null && o.getClass() == getClass() && ((Keyword) o).word.equalsIgnoreCase(word);
    }

    @Override
    public final int hashCode() {
        return word.toLowerCase(Locale.ROOT).hashCode();
    }
}
