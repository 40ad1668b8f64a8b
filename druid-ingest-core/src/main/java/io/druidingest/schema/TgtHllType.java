package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Locale;
import java.util.Set;

/**
 * How many bits an HLL sketch gives to each of its buckets: fewer save space, more save time. Upper case, in Druid
 * too.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/datasketches-hll">HLL sketch</a>
 */
public final class TgtHllType extends Keyword {

    /** Four bits. Druid's default. */
    public static final TgtHllType HLL_4 = new TgtHllType("HLL_4");

    /** Six bits. */
    public static final TgtHllType HLL_6 = new TgtHllType("HLL_6");

    /** Eight bits. */
    public static final TgtHllType HLL_8 = new TgtHllType("HLL_8");

    private TgtHllType(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TgtHllType of(String word) {
        return known(new TgtHllType(word.toUpperCase(Locale.ROOT)));
    }

    @JsonCreator
    static TgtHllType read(String word) {
        return new TgtHllType(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("HLL_4", "HLL_6", "HLL_8");
    }

    @Override
    protected boolean anyCase() {
        return false;
    }
}
