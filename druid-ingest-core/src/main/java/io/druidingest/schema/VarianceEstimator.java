package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/**
 * What a variance is divided by.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/stats">stats</a>
 */
public final class VarianceEstimator extends Keyword {

    /** The number of values. Without it, one less: the variance of a sample. */
    public static final VarianceEstimator POPULATION = new VarianceEstimator("population");

    private VarianceEstimator(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static VarianceEstimator of(String word) {
        return known(new VarianceEstimator(word));
    }

    @JsonCreator
    static VarianceEstimator read(String word) {
        return new VarianceEstimator(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("population");
    }
}
