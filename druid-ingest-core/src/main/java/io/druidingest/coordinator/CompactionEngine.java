package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/**
 * What runs compaction.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/automatic-compaction">automatic compaction</a>
 */
public final class CompactionEngine extends Keyword {

    /** Native batch tasks. */
    public static final CompactionEngine NATIVE = new CompactionEngine("native");

    /** The multi-stage query engine; needs compaction supervisors. */
    public static final CompactionEngine MSQ = new CompactionEngine("msq");

    private CompactionEngine(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static CompactionEngine of(String word) {
        return known(new CompactionEngine(word));
    }

    @JsonCreator
    static CompactionEngine read(String word) {
        return new CompactionEngine(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("native", "msq");
    }
}
