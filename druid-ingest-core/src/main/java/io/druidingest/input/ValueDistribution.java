package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Locale;
import java.util.Set;

/** How a {@link GeneratorColumnSchema} spreads its values. */
public final class ValueDistribution extends Keyword {

    /** One after the other, over and over. */
    public static final ValueDistribution SEQUENTIAL = new ValueDistribution("SEQUENTIAL");

    /** Whole numbers or listed values, each as likely. */
    public static final ValueDistribution DISCRETE_UNIFORM = new ValueDistribution("DISCRETE_UNIFORM");

    /** Whole numbers around a mean. */
    public static final ValueDistribution ROUNDED_NORMAL = new ValueDistribution("ROUNDED_NORMAL");

    /** Whole numbers or listed values, the first ones most likely. */
    public static final ValueDistribution ZIPF = new ValueDistribution("ZIPF");

    /** Listed values, each with its probability. */
    public static final ValueDistribution ENUMERATED = new ValueDistribution("ENUMERATED");

    /** As ZIPF, without a table of all values in memory. */
    public static final ValueDistribution LAZY_ZIPF = new ValueDistribution("LAZY_ZIPF");

    /** As DISCRETE_UNIFORM, without a table of all values in memory. */
    public static final ValueDistribution LAZY_DISCRETE_UNIFORM = new ValueDistribution("LAZY_DISCRETE_UNIFORM");

    /** Any number of a range, each as likely. */
    public static final ValueDistribution UNIFORM = new ValueDistribution("UNIFORM");

    /** Any number around a mean. */
    public static final ValueDistribution NORMAL = new ValueDistribution("NORMAL");

    private ValueDistribution(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ValueDistribution of(String word) {
        return known(new ValueDistribution(word.toUpperCase(Locale.ROOT)));
    }

    @JsonCreator
    static ValueDistribution read(String word) {
        return new ValueDistribution(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of(
                "SEQUENTIAL",
                "DISCRETE_UNIFORM",
                "ROUNDED_NORMAL",
                "ZIPF",
                "ENUMERATED",
                "LAZY_ZIPF",
                "LAZY_DISCRETE_UNIFORM",
                "UNIFORM",
                "NORMAL");
    }

    @Override
    protected boolean anyCase() {
        return false;
    }
}
