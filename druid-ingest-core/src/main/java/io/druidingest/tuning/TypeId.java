package io.druidingest.tuning;

import io.druidingest.json.Keyword;
import java.util.Set;

/** The type of an object that says nothing else. Druid minds its case. */
public abstract class TypeId extends Keyword {

    private final Set<String> words;

    /** A word, known or not, and those that this version of the library knows. */
    protected TypeId(String word, String... words) {
        super(word);
        this.words = Set.of(words);
    }

    @Override
    protected final Set<String> words() {
        return words;
    }

    @Override
    protected final boolean anyCase() {
        return false;
    }
}
