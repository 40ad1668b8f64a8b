package io.druidingest.spec;

import io.druidingest.unit.Interval;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;

/** Checks the intervals that tasks work on: Druid takes none that begins where it ends. */
final class EmptyInterval {

    private EmptyInterval() {}

    static void check(Interval interval, Findings at) {
        if (interval.start().equals(interval.end())) {
            at.report(Rules.EMPTY_INTERVAL, interval + " ends where it starts; give it a later end");
        }
    }
}
