package io.druidingest.tuning;

import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import org.jspecify.annotations.Nullable;

/** What holds for the autoscalers alike. */
final class AutoScalerChecks {

    private AutoScalerChecks() {}

    /** Checks the numbers of tasks of an autoscaler that is on; Druid looks at no other. */
    static void bounds(@Nullable Integer min, @Nullable Integer max, @Nullable Integer start, Findings at) {
        if (min == null || max == null) {
            at.at(min == null ? "taskCountMin" : "taskCountMax")
                    .report(
                            Rules.AUTOSCALER_BOUNDS,
                            "is required, since enableTaskAutoScaler is true; say how many tasks there may be");
            return;
        }
        Amounts.positive(min, at.at("taskCountMin"));
        if (max < min) {
            at.at("taskCountMax")
                    .report(Rules.AUTOSCALER_BOUNDS, "is " + max + ", less than taskCountMin " + min + "; raise it");
        } else if (start != null && (start < min || start > max)) {
            at.at("taskCountStart")
                    .report(
                            Rules.AUTOSCALER_BOUNDS,
                            "is " + start + ", outside of taskCountMin " + min + " and taskCountMax " + max
                                    + "; choose one between");
        }
    }

    /** Reports a share above the whole or below none of it. */
    static void share(@Nullable Double share, Findings at) {
        if (share != null && !(share >= 0 && share <= 1)) {
            at.report(Rules.NOT_A_SHARE, "is " + share + "; write a fraction from 0 to 1, not percents");
        }
    }

    /** Reports a share of tasks that is none of them or more than all. */
    static void shareOfTasks(@Nullable Double share, Findings at) {
        if (share != null && !(share > 0 && share <= 1)) {
            at.report(Rules.NOT_A_SHARE, "is " + share + "; write a fraction above 0 and at most 1");
        }
    }
}
