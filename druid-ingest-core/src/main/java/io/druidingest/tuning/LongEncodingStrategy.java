package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/**
 * How 64-bit integers are encoded.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#indexspec">indexSpec</a>
 */
public final class LongEncodingStrategy extends Keyword {

    /** Eight bytes each. Druid's default. */
    public static final LongEncodingStrategy LONGS = new LongEncodingStrategy("longs");

    /** As few bytes as the values of the column need. */
    public static final LongEncodingStrategy AUTO = new LongEncodingStrategy("auto");

    private LongEncodingStrategy(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LongEncodingStrategy of(String word) {
        return known(new LongEncodingStrategy(word));
    }

    @JsonCreator
    static LongEncodingStrategy read(String word) {
        return new LongEncodingStrategy(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("longs", "auto");
    }
}
