package io.druidingest.coordinator;

import io.druidingest.tuning.DynamicPartitionsSpec;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.tuning.TaskContext;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what the multi-stage query engine asks of a compaction. */
final class MsqCompaction {

    /** A controller and a worker. */
    private static final int FEWEST_TASKS = 2;

    private MsqCompaction() {}

    static void check(InlineCompactionConfig config, Findings at) {
        UserCompactionTuningConfig tuning = config.tuningConfig();
        if (tuning != null) {
            Findings there = at.at("tuningConfig").at("partitionsSpec");
            if (tuning.partitionsSpec() == null) {
                there.report(
                        Rules.MSQ_COMPACTION,
                        "is missing beside engine msq; use PartitionsSpec.dynamic() or range(..), or drop tuningConfig");
            } else {
                checkPartitions(tuning.partitionsSpec(), there);
            }
        }
        CompactionGranularitySpec granularity = config.granularitySpec();
        if (granularity != null
                && Boolean.TRUE.equals(granularity.rollup())
                        == config.metricsSpec().isEmpty()) {
            at.at("granularitySpec")
                    .at("rollup")
                    .report(
                            Rules.MSQ_COMPACTION,
                            config.metricsSpec().isEmpty()
                                    ? "is true without metricsSpec; add metrics, or leave it out"
                                    : "is not true beside metricsSpec; set it to true");
        }
        checkTasks(config.taskContext(), at.at("taskContext"));
    }

    static void checkPartitions(PartitionsSpec partitions, Findings at) {
        if (!List.of("dynamic", "range", "single_dim", "dimension").contains(partitions.type())) {
            at.report(Rules.MSQ_COMPACTION, "is " + partitions.type() + "; use PartitionsSpec.dynamic() or range(..)");
        } else if (partitions instanceof DynamicPartitionsSpec
                && ((DynamicPartitionsSpec) partitions).maxTotalRows() != null) {
            at.at("maxTotalRows").report(Rules.MSQ_COMPACTION, "is not heeded by the engine msq; drop it");
        }
    }

    static void checkTasks(@Nullable TaskContext context, Findings at) {
        Integer tasks = context == null ? null : context.maxNumTasks();
        if (tasks != null && tasks < FEWEST_TASKS) {
            at.at("maxNumTasks").report(Rules.MSQ_COMPACTION, "is " + tasks + "; make it 2 or greater");
        }
    }
}
