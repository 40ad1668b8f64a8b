package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/**
 * How the blocks of a column are compressed.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#indexspec">indexSpec</a>
 */
public final class CompressionStrategy extends Keyword {

    /** LZ4: fast, and Druid's default. */
    public static final CompressionStrategy LZ4 = new CompressionStrategy("lz4");

    /** LZF. */
    public static final CompressionStrategy LZF = new CompressionStrategy("lzf");

    /** Zstandard: smaller, slower to write. */
    public static final CompressionStrategy ZSTD = new CompressionStrategy("zstd");

    /** Blocks as they are. */
    public static final CompressionStrategy UNCOMPRESSED = new CompressionStrategy("uncompressed");

    /** No blocks at all: of metrics only, more efficient than {@link #UNCOMPRESSED}. */
    public static final CompressionStrategy NONE = new CompressionStrategy("none");

    private CompressionStrategy(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static CompressionStrategy of(String word) {
        return known(new CompressionStrategy(word));
    }

    @JsonCreator
    static CompressionStrategy read(String word) {
        return new CompressionStrategy(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("lz4", "lzf", "zstd", "uncompressed", "none");
    }
}
