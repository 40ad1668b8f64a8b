package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/** What {@link StringFormatExtractionFn} makes of null. */
public final class StringFormatNullHandling extends Keyword {

    /** The text {@code null}. Druid's default. */
    public static final StringFormatNullHandling NULL_STRING = new StringFormatNullHandling("nullString");

    /** It formats an empty text. */
    public static final StringFormatNullHandling EMPTY_STRING = new StringFormatNullHandling("emptyString");

    /** Null. */
    public static final StringFormatNullHandling RETURN_NULL = new StringFormatNullHandling("returnNull");

    private StringFormatNullHandling(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static StringFormatNullHandling of(String word) {
        return known(new StringFormatNullHandling(word));
    }

    @JsonCreator
    static StringFormatNullHandling read(String word) {
        return new StringFormatNullHandling(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("nullstring", "emptystring", "returnnull");
    }
}
