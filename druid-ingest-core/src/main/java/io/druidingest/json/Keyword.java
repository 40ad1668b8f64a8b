package io.druidingest.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of a set of words, open to words of newer Druid versions: an unknown word is kept and written back, and only a
 * strict reading refuses it. Immutable; equal by class and word, ignoring case as Druid does.
 */
public abstract class Keyword implements Canonical {

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
