package io.druidingest.client;

import io.druidingest.client.model.RowStats;
import io.druidingest.client.model.TaskReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a task has to have loaded to count as a success: Druid's SUCCESS says nothing of it, and a task of which not one row
 * could be read succeeds. Immutable.
 */
public final class OutcomePolicy {

    static final OutcomePolicy ANY = new OutcomePolicy(0, 1, 1);

    private final long leastRows;
    private final double mostUnparseable;
    private final double mostThrownAway;

    private OutcomePolicy(long leastRows, double mostUnparseable, double mostThrownAway) {
        this.leastRows = leastRows;
        this.mostUnparseable = mostUnparseable;
        this.mostThrownAway = mostThrownAway;
    }

    /** At least so many rows are loaded, before rollup; rows of which a part could not be read count. */
    public OutcomePolicy atLeastRows(long rows) {
        Checks.check(rows >= 0, "atLeastRows must not be negative, but is " + rows);
        return new OutcomePolicy(rows, mostUnparseable, mostThrownAway);
    }

    /**
     * At most this share of the rows that were read could not be parsed.
     *
     * @param share from 0, for none, to 1
     */
    public OutcomePolicy maxUnparseable(double share) {
        return new OutcomePolicy(leastRows, share("maxUnparseable", share), mostThrownAway);
    }

    /**
     * At most this share of the rows that were read was left out: outside the intervals, or filtered.
     *
     * @param share from 0, for none, to 1
     */
    public OutcomePolicy maxThrownAway(double share) {
        return new OutcomePolicy(leastRows, mostUnparseable, share("maxThrownAway", share));
    }

    private static double share(String setting, double share) {
        Checks.check(share >= 0 && share <= 1, setting + " must be from 0 to 1, not " + share);
        return share;
    }

    /** What of it a task does not meet; none if it meets all. A task that tells no rows meets none of it. */
    List<String> violations(@Nullable TaskReport report) {
        if (leastRows == 0 && mostUnparseable == 1 && mostThrownAway == 1) {
            return List.of();
        }
        RowStats rows = report == null ? null : report.rows();
        if (rows == null || rows.json().isEmpty()) {
            return List.of("it tells nothing of its rows");
        }
        List<String> violations = new ArrayList<>();
        if (rows.loaded() < leastRows) {
            violations.add("loaded " + rows.loaded() + " rows, and should have loaded " + leastRows + " or more");
        }
        check("could not parse", rows.unparseable(), mostUnparseable, rows.read(), violations);
        check("threw away", rows.thrownAway(), mostThrownAway, rows.read(), violations);
        return violations;
    }

    private static void check(String what, long rows, double mostShare, long read, List<String> violations) {
        if (rows > mostShare * read) {
            violations.add(String.format(
                    Locale.ROOT, "%s %d of %d rows, which is more than %s %%", what, rows, read, mostShare * 100));
        }
    }
}
