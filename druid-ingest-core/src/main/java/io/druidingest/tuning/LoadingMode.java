package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/**
 * What of the lookups or broadcast datasources a task loads before it begins.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/lookups">lookups</a>
 */
public final class LoadingMode extends Keyword {

    /** All. */
    public static final LoadingMode ALL = new LoadingMode("ALL");

    /** None. */
    public static final LoadingMode NONE = new LoadingMode("NONE");

    /** Those that the context names. */
    public static final LoadingMode ONLY_REQUIRED = new LoadingMode("ONLY_REQUIRED");

    private LoadingMode(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LoadingMode of(String word) {
        return known(new LoadingMode(word));
    }

    @JsonCreator
    static LoadingMode read(String word) {
        return new LoadingMode(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("all", "none", "only_required");
    }
}
