package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/**
 * What a {@link FixedBucketsHistogramMetric} does with values outside of its limits.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/approximate-histograms#fixed-buckets-histogram">fixed buckets histogram</a>
 */
public final class OutlierHandlingMode extends Keyword {

    /** They are dropped. */
    public static final OutlierHandlingMode IGNORE = new OutlierHandlingMode("ignore");

    /** They are counted apart. */
    public static final OutlierHandlingMode OVERFLOW = new OutlierHandlingMode("overflow");

    /** They count as the nearer limit. */
    public static final OutlierHandlingMode CLIP = new OutlierHandlingMode("clip");

    private OutlierHandlingMode(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static OutlierHandlingMode of(String word) {
        return known(new OutlierHandlingMode(word));
    }

    @JsonCreator
    static OutlierHandlingMode read(String word) {
        return new OutlierHandlingMode(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("ignore", "overflow", "clip");
    }
}
