package io.druidingest.tuning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the number of tasks is changed, and within which bounds: what the autoscalers share. */
public interface AutoScaling extends AutoScalerConfig {

    @Override
    @DruidDefault("false")
    @Nullable Boolean enableTaskAutoScaler();

    @Nullable Integer taskCountMin();

    @Nullable Integer taskCountMax();

    @Nullable Integer taskCountStart();

    @Nullable Double stopTaskCountRatio();

    @Override
    default void check(Findings at) {
        if (Boolean.TRUE.equals(enableTaskAutoScaler())) { // Druid looks at the bounds of no other
            checkBounds(at);
        }
        Double share = stopTaskCountRatio();
        if (share != null && !(share > 0 && share <= 1)) {
            at.at("stopTaskCountRatio")
                    .report(Rules.NOT_A_SHARE, "is " + share + "; write a fraction above 0 and at most 1");
        }
    }

    private void checkBounds(Findings at) {
        Integer min = taskCountMin();
        Integer max = taskCountMax();
        Integer start = taskCountStart();
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

    /** One that is switched off has no numbers of tasks. */
    @Override
    default void normalize(ObjectNode json) {
        if (!Boolean.TRUE.equals(enableTaskAutoScaler())) {
            json.remove(List.of("taskCountMin", "taskCountMax", "taskCountStart"));
        }
    }

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /** Whether the autoscaler is on. Druid's default: false. */
        B enableTaskAutoScaler(@Nullable Boolean enableTaskAutoScaler);

        /** Reading tasks at least. Positive; not above {@link #taskCountMax}. Needed where the autoscaler is on. */
        B taskCountMin(@Nullable Integer taskCountMin);

        /**
         * Reading tasks at most; more than there are partitions are not started. Needed where the autoscaler is on.
         */
        B taskCountMax(@Nullable Integer taskCountMax);

        /** Reading tasks to begin with, between the two. Druid's default: {@code taskCountMin}. Since Druid 34. */
        B taskCountStart(@Nullable Integer taskCountStart);

        /**
         * The share of the tasks that may stop and publish at one time; above 0, at most 1. Goes before {@code
         * stopTaskCount} of the {@code ioConfig}. Newer than Druid 33.
         */
        B stopTaskCountRatio(@Nullable Double stopTaskCountRatio);

        /** The same; for a literal of another type. */
        default B stopTaskCountRatio(double stopTaskCountRatio) {
            return stopTaskCountRatio(Double.valueOf(stopTaskCountRatio));
        }
    }
}
