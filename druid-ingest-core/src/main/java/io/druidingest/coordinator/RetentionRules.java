package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.json.SpecObject;
import io.druidingest.json.Specs;
import io.druidingest.unit.Interval;
import io.druidingest.unit.IsoPeriod;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import io.druidingest.validation.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The retention rules of a datasource, the one to try first in front; in JSON a list. What none fits is left to the
 * rules of the cluster. Immutable.
 *
 * @see <a href="https://druid.apache.org/docs/latest/operations/rule-configuration">retention rules</a>
 */
public final class RetentionRules implements SpecObject {

    private final List<RetentionRule> rules;

    private RetentionRules(List<RetentionRule> rules) {
        this.rules = rules;
    }

    /**
     * These rules, in this order; none at all for those of the cluster.
     *
     * @throws io.druidingest.validation.SpecValidationException naming all problems of all rules
     */
    public static RetentionRules of(RetentionRule... rules) {
        return of(Arrays.asList(rules));
    }

    /**
     * These rules, in this order; none at all for those of the cluster.
     *
     * @throws io.druidingest.validation.SpecValidationException naming all problems of all rules
     */
    public static RetentionRules of(Iterable<? extends RetentionRule> rules) {
        List<RetentionRule> copy = new ArrayList<>();
        rules.forEach(copy::add);
        return Specs.valid(read(copy));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RetentionRules read(List<RetentionRule> rules) {
        return new RetentionRules(Collections.unmodifiableList(rules));
    }

    /** The rules, the one to try first in front. */
    @JsonValue
    public List<RetentionRule> rules() {
        return rules;
    }

    /** A list has no properties. */
    @Override
    public Map<String, JsonNode> properties() {
        return Map.of();
    }

    /** What Druid accepts here and users usually regret. */
    public List<Violation> warnings() {
        return Specs.warnings(this);
    }

    @Override
    public void check(Findings at) {
        for (int later = 1; later < rules.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (covers(rules.get(earlier), rules.get(later))) {
                    at.at(later)
                            .report(
                                    Rules.NEVER_APPLIES,
                                    "fits nothing that rule [" + earlier + "], "
                                            + rules.get(earlier).type() + ", leaves; put it before that, or drop it");
                    break;
                }
            }
        }
    }

    /** Whether the first fits every segment that the second does. */
    private static boolean covers(RetentionRule first, RetentionRule second) {
        if (first.type().endsWith("Forever")) {
            return true;
        }
        Interval all = interval(first);
        Interval some = interval(second);
        if (all != null && some != null) { // a segment matches where it overlaps
            return !some.start().isBefore(all.start()) && !some.end().isAfter(all.end());
        }
        IsoPeriod longer = period(first);
        IsoPeriod shorter = period(second);
        return longer != null
                && shorter != null
                && (reachesFuture(first) || !reachesFuture(second))
                && (longer.equals(shorter) || longer.surelyLongerThan(shorter));
    }

    private static @Nullable Interval interval(RetentionRule rule) {
        if (rule instanceof LoadByIntervalRule) {
            return ((LoadByIntervalRule) rule).interval();
        }
        return rule instanceof IntervalRule ? ((IntervalRule) rule).interval() : null;
    }

    private static @Nullable IsoPeriod period(RetentionRule rule) {
        if (rule instanceof LoadByPeriodRule) {
            return ((LoadByPeriodRule) rule).period();
        }
        return rule instanceof PeriodRule ? ((PeriodRule) rule).period() : null;
    }

    private static boolean reachesFuture(RetentionRule rule) {
        Boolean said = rule instanceof LoadByPeriodRule
                ? ((LoadByPeriodRule) rule).includeFuture()
                : ((PeriodRule) rule).includeFuture();
        return !Boolean.FALSE.equals(said);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof RetentionRules && ((RetentionRules) o).rules.equals(rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }

    @Override
    public String toString() {
        return Specs.describe(this);
    }
}
