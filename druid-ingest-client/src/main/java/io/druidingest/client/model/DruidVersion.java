package io.druidingest.client.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of Druid. Only its numbers count, of which missing ones are 0: {@code 33.0.0-SNAPSHOT} is equal to
 * {@code 33.0}. What has no numbers is older than everything else. Immutable.
 */
public final class DruidVersion implements Comparable<DruidVersion> {

    private static final Pattern NUMBERS = Pattern.compile("^[^0-9]*([0-9]+(?:\\.[0-9]+)*)");

    private final String text;
    private final List<BigInteger> numbers;

    private DruidVersion(String text, List<BigInteger> numbers) {
        this.text = text;
        this.numbers = numbers;
    }

    /** The version that a text tells, for example {@code 33.0.0}. Never fails. */
    public static DruidVersion of(String text) {
        Matcher m = NUMBERS.matcher(text);
        List<BigInteger> numbers = new ArrayList<>();
        if (m.find()) {
            Arrays.stream(m.group(1).split("\\.")).map(BigInteger::new).forEach(numbers::add);
        }
        while (!numbers.isEmpty() && numbers.get(numbers.size() - 1).signum() == 0) {
            numbers.remove(numbers.size() - 1);
        }
        return new DruidVersion(text, numbers);
    }

    /** Whether it is this release or a later one, for example {@code isAtLeast(33)}. */
    public boolean isAtLeast(int release) {
        return compareTo(of(Integer.toString(release))) >= 0;
    }

    @Override
    public int compareTo(DruidVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int difference = number(i).compareTo(other.number(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private BigInteger number(int i) {
        return i < numbers.size() ? numbers.get(i) : BigInteger.ZERO;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof DruidVersion && ((DruidVersion) o).numbers.equals(numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    /** The text that it was told by. */
    @Override
    public String toString() {
        return text;
    }
}
