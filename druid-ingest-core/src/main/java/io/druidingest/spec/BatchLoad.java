package io.druidingest.spec;

import io.druidingest.schema.DataSchema;
import io.druidingest.schema.GranularitySpec;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import org.jspecify.annotations.Nullable;

/** What the three parts of a batch load have to agree on, whether one task does it or several. */
final class BatchLoad {

    private BatchLoad() {}

    /** How messages name the task, of which any part may be missing. */
    static String label(BatchTask task, @Nullable IngestionSpec spec) {
        String dataSource = spec == null ? null : spec.dataSource();
        return dataSource == null ? task.type() : task.type() + " \"" + dataSource + "\"";
    }

    static void check(DataSchema schema, BatchIOConfig io, @Nullable BatchTuningConfig tuning, Findings at) {
        PartitionsSpec partitions = tuning == null ? null : tuning.partitionsSpec();
        if (Boolean.TRUE.equals(io.appendToExisting()) && tuning != null) {
            if (partitions != null && !partitions.type().equals("dynamic")) {
                at.at("tuningConfig")
                        .at("partitionsSpec")
                        .report(
                                Rules.APPEND_NEEDS_DYNAMIC,
                                "ioConfig.appendToExisting is true, so use PartitionsSpec.dynamic() instead of "
                                        + partitions.type());
            } else if (partitions == null && Boolean.TRUE.equals(tuning.forceGuaranteedRollup())) {
                at.at("tuningConfig")
                        .at("forceGuaranteedRollup")
                        .report(
                                Rules.APPEND_NEEDS_DYNAMIC,
                                "ioConfig.appendToExisting is true, so set forceGuaranteedRollup to false");
            }
        }
        GranularitySpec granularity = schema.granularitySpec();
        if (granularity == null || granularity.intervals().isEmpty()) {
            Findings intervals = at.at("dataSchema").at("granularitySpec").at("intervals");
            if (Boolean.TRUE.equals(io.dropExisting())) {
                intervals.report(
                        Rules.DROP_NEEDS_INTERVALS,
                        "is required, since ioConfig.dropExisting is true; name what to drop");
            } else {
                intervals.report(Rules.BATCH_WITHOUT_INTERVALS, "is empty; name the time that the input covers");
            }
        }
    }
}
