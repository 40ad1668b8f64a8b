package io.druidingest.coordinator;

import io.druidingest.unit.Granularity;
import io.druidingest.unit.IsoPeriod;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Set;

/** Checks that reindexing rules share. */
final class ReindexingRules {

    private static final Set<Granularity> GRANULARITIES = Set.of(
            Granularity.MINUTE,
            Granularity.FIFTEEN_MINUTE,
            Granularity.HOUR,
            Granularity.DAY,
            Granularity.MONTH,
            Granularity.QUARTER,
            Granularity.YEAR);

    private ReindexingRules() {}

    static void checkAge(IsoPeriod age, Findings at) {
        if (age.isNegative()) {
            at.report(Rules.NEGATIVE, "is " + age + "; make it nothing or longer");
        }
    }

    static void checkGranularity(Granularity granularity, Findings at) {
        if (!GRANULARITIES.contains(granularity)) {
            at.report(
                    Rules.CASCADE_GRANULARITY,
                    granularity + " is none of minute, fifteen minutes, hour, day, month, quarter and year; use one");
        }
    }
}
