package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Locale;
import java.util.Set;

/**
 * How the lags of the partitions of a stream become one number.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor#task-autoscaler">task autoscaler</a>
 */
public final class AggregateFunction extends Keyword {

    /** The greatest. */
    public static final AggregateFunction MAX = new AggregateFunction("MAX");

    /** Their sum. Druid's default. */
    public static final AggregateFunction SUM = new AggregateFunction("SUM");

    /** Their mean. */
    public static final AggregateFunction AVERAGE = new AggregateFunction("AVERAGE");

    private AggregateFunction(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AggregateFunction of(String word) {
        return known(new AggregateFunction(word.toUpperCase(Locale.ROOT)));
    }

    @JsonCreator
    static AggregateFunction read(String word) {
        return new AggregateFunction(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("MAX", "SUM", "AVERAGE");
    }

    @Override
    protected boolean anyCase() {
        return false;
    }
}
