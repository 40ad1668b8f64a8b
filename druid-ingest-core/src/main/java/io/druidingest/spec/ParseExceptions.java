package io.druidingest.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import org.jspecify.annotations.Nullable;

/** What becomes of rows that cannot be parsed: what all {@code tuningConfig}s of tasks and supervisors share. */
public interface ParseExceptions extends SpecObject {

    @DruidDefault("2147483647")
    @Nullable Integer maxParseExceptions();

    @DruidDefault("0")
    @Nullable Integer maxSavedParseExceptions();

    @DruidDefault("false")
    @Nullable Boolean logParseExceptions();

    @DruidDefault("false")
    @Nullable Boolean reportParseExceptions();

    @Override
    default void check(Findings at) {
        Integer max = maxParseExceptions();
        Integer saved = maxSavedParseExceptions();
        Amounts.notNegative(max, at.at("maxParseExceptions"));
        Amounts.notNegative(saved, at.at("maxSavedParseExceptions"));
        if (!Boolean.TRUE.equals(reportParseExceptions())) {
            return;
        }
        if (max != null && max > 0) {
            at.at("maxParseExceptions").report(Rules.PARSE_EXCEPTIONS_OVERRIDDEN, overridden(max, 0));
        }
        if (saved != null && saved > 1) {
            at.at("maxSavedParseExceptions").report(Rules.PARSE_EXCEPTIONS_OVERRIDDEN, overridden(saved, 1));
        }
    }

    /** Druid tells how many it makes of them. */
    @Override
    default void normalize(ObjectNode json) {
        if (Boolean.TRUE.equals(reportParseExceptions())) {
            json.remove("maxParseExceptions");
        }
    }

    private static String overridden(int said, int taken) {
        return "is " + said + ", which reportParseExceptions makes " + taken + "; leave out one of the two";
    }

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /** Unparseable rows before a task fails. Not negative. Druid's default: no limit. */
        B maxParseExceptions(@Nullable Integer maxParseExceptions);

        /** Unparseable rows kept in the report. Not negative. Druid's default: 0. */
        B maxSavedParseExceptions(@Nullable Integer maxSavedParseExceptions);

        /** Whether each unparseable row is logged. Druid's default: false. */
        B logParseExceptions(@Nullable Boolean logParseExceptions);

        /**
         * Deprecated by Druid in favour of {@code maxParseExceptions(0)}. Whether an unparseable row fails the task.
         * Druid's default: false.
         */
        B reportParseExceptions(@Nullable Boolean reportParseExceptions);
    }
}
