package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/** What becomes of a list of values in one row of a string dimension. */
public final class MultiValueHandling extends Keyword {

    /** Sorted, duplicates kept. Druid's default. */
    public static final MultiValueHandling SORTED_ARRAY = new MultiValueHandling("SORTED_ARRAY");

    /** Sorted, duplicates removed. */
    public static final MultiValueHandling SORTED_SET = new MultiValueHandling("SORTED_SET");

    /** As it is. */
    public static final MultiValueHandling ARRAY = new MultiValueHandling("ARRAY");

    private MultiValueHandling(String word) {
        super(word);
    }

    /**
     * The handling of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static MultiValueHandling of(String word) {
        return known(new MultiValueHandling(word));
    }

    @JsonCreator
    static MultiValueHandling read(String word) {
        return new MultiValueHandling(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("sorted_array", "sorted_set", "array");
    }
}
