package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/**
 * What a {@link VarianceMetric} reads.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/stats">stats</a>
 */
public final class VarianceInputType extends Keyword {

    /** 32-bit floating point numbers. Druid's default. */
    public static final VarianceInputType FLOAT = new VarianceInputType("float");

    /** 64-bit floating point numbers. */
    public static final VarianceInputType DOUBLE = new VarianceInputType("double");

    /** 64-bit integers. */
    public static final VarianceInputType LONG = new VarianceInputType("long");

    /** Variances that were computed before. */
    public static final VarianceInputType VARIANCE = new VarianceInputType("variance");

    private VarianceInputType(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static VarianceInputType of(String word) {
        return known(new VarianceInputType(word));
    }

    @JsonCreator
    static VarianceInputType read(String word) {
        return new VarianceInputType(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("float", "double", "long", "variance");
    }
}
