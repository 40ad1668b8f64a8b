package io.druidingest.tuning;

import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sizes of partitions: to Druid, -1 is the same as none. */
final class PartitionSize {

    private static final long NONE = -1;

    private PartitionSize() {}

    /** Reports a size that is zero or less, but for the -1 that means none. */
    static void positive(@Nullable Number size, Findings at) {
        if (isGiven(size)) {
            Amounts.positive(size, at);
        }
    }

    /** How many of them are given. */
    static long given(@Nullable Number... sizes) {
        return Arrays.stream(sizes).filter(PartitionSize::isGiven).count();
    }

    private static boolean isGiven(@Nullable Number size) {
        return size != null && size.longValue() != NONE;
    }
}
