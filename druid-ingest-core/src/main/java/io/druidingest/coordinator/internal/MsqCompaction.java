package io.druidingest.coordinator.internal;

import io.druidingest.schema.Metric;
import io.druidingest.tuning.DynamicPartitionsSpec;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.tuning.TaskContext;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what the multi-stage query engine asks of a compaction. */
public final class MsqCompaction {

    /** A controller and a worker. */
    private static final int FEWEST_TASKS = 2;

    private MsqCompaction() {}

    /** Checks the partitions of a tuning configuration that is given. */
    public static void checkPartitions(@Nullable PartitionsSpec partitions, Findings at) {
        if (partitions == null) {
            at.report(
                    Rules.MSQ_COMPACTION,
                    "is missing beside engine msq; use PartitionsSpec.dynamic() or range(..), or drop tuningConfig");
        } else if (!List.of("dynamic", "range", "single_dim", "dimension").contains(partitions.type())) {
            at.report(Rules.MSQ_COMPACTION, "is " + partitions.type() + "; use PartitionsSpec.dynamic() or range(..)");
        } else if (partitions instanceof DynamicPartitionsSpec
                && ((DynamicPartitionsSpec) partitions).maxTotalRows() != null) {
            at.at("maxTotalRows").report(Rules.MSQ_COMPACTION, "is not heeded by the engine msq; drop it");
        }
    }

    /** Checks the rollup of a granularity specification that is given. */
    public static void checkRollup(@Nullable Boolean rollup, List<Metric> metrics, Findings at) {
        if (Boolean.TRUE.equals(rollup) == metrics.isEmpty()) {
            at.report(
                    Rules.MSQ_COMPACTION,
                    metrics.isEmpty()
                            ? "is true without metricsSpec; add metrics, or leave it out"
                            : "is not true beside metricsSpec; set it to true");
        }
    }

    /** Checks how many tasks there may be. */
    public static void checkTasks(@Nullable TaskContext context, Findings at) {
        Integer tasks = context == null ? null : context.maxNumTasks();
        if (tasks != null && tasks < FEWEST_TASKS) {
            at.at("maxNumTasks").report(Rules.MSQ_COMPACTION, "is " + tasks + "; make it 2 or greater");
        }
    }
}
