package io.druidingest.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How much of an input is sampled. Not thread-safe. */
public final class SamplerOptions {

    private static final int MOST_ROWS = 5_000;

    private @Nullable Integer numRows;
    private @Nullable Duration timeout;

    SamplerOptions() {}

    /** How many rows to read, at most 5000. Druid's default: 200. */
    public SamplerOptions numRows(int numRows) {
        Checks.check(
                numRows > 0 && numRows <= MOST_ROWS, "numRows must be from 1 to " + MOST_ROWS + ", not " + numRows);
        this.numRows = numRows;
        return this;
    }

    /**
     * How long to read: what was read by then is the sample. Druid's default: 10 seconds. To connect to a source that does
     * not answer takes Druid longer, whatever is set here.
     */
    public SamplerOptions timeout(Duration timeout) {
        this.timeout = Checks.positive("timeout", timeout);
        return this;
    }

    @Nullable Integer numRows() {
        return numRows;
    }

    @Nullable Duration timeout() {
        return timeout;
    }
}
