package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/** The hash of {@link HashedPartitionsSpec}. */
public final class HashPartitionFunction extends Keyword {

    /** Murmur3, its absolute value. Druid's default. */
    public static final HashPartitionFunction MURMUR3_32_ABS = new HashPartitionFunction("murmur3_32_abs");

    private HashPartitionFunction(String word) {
        super(word);
    }

    /**
     * The function of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static HashPartitionFunction of(String word) {
        return known(new HashPartitionFunction(word));
    }

    @JsonCreator
    static HashPartitionFunction read(String word) {
        return new HashPartitionFunction(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("murmur3_32_abs");
    }
}
