package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/**
 * The bytes of a text that an HLL sketch hashes. Sketches of different encodings do not merge.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/datasketches-hll">HLL sketch</a>
 */
public final class StringEncoding extends Keyword {

    /** UTF-8, which other systems and SQL functions hash. */
    public static final StringEncoding UTF8 = new StringEncoding("utf8");

    /** Java's own characters. Druid's default. */
    public static final StringEncoding UTF16LE = new StringEncoding("utf16le");

    private StringEncoding(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static StringEncoding of(String word) {
        return known(new StringEncoding(word));
    }

    @JsonCreator
    static StringEncoding read(String word) {
        return new StringEncoding(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("utf8", "utf16le");
    }
}
