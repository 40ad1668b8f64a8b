package io.druidingest.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.SpecJson;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.List;

/**
 * The properties that {@code partitionsSpec} took the place of. Alone they still work; beside it Druid ignores them, and
 * of those that go with the other kind of rollup it says nothing either.
 */
final class FormerPartitioning {

    private static final List<String> NAMES =
            List.of("maxRowsPerSegment", "maxTotalRows", "numShards", "targetPartitionSize", "partitionDimensions");

    /** Of both kinds. */
    private static final int DEFAULT_ROWS = 5_000_000;

    private FormerPartitioning() {}

    static void check(BatchTuningConfig tuning, Findings at) {
        if (usesNone(tuning)) {
            return;
        }
        JsonNode json = SpecJson.tree(tuning);
        PartitionsSpec partitions = tuning.partitionsSpec();
        boolean hashed = Boolean.TRUE.equals(tuning.forceGuaranteedRollup());
        for (String name : NAMES) {
            JsonNode value = json.path(name);
            if (value.isMissingNode() || (value.isArray() && value.isEmpty())) { // Druid gives back an empty list
                continue;
            }
            if (partitions != null) {
                if (!repeats(SpecJson.tree(partitions), name, value)) {
                    at.at(name)
                            .report(
                                    Rules.FORMER_PARTITIONING,
                                    "is ignored, since partitionsSpec is given; say it there, or drop it");
                }
            } else if (hashed == name.equals("maxTotalRows") && (hashed || isOfHashed(name))) {
                at.at(name)
                        .report(
                                Rules.FORMER_PARTITIONING,
                                hashed
                                        ? "is ignored, since forceGuaranteedRollup is true; drop it"
                                        : "is ignored, since forceGuaranteedRollup is not true; set it, or drop this");
            }
        }
        if (tuning.maxRowsPerSegment() != null && tuning.targetPartitionSize() != null) {
            at.at("targetPartitionSize")
                    .report(Rules.ONE_PARTITION_SIZE, "stands beside maxRowsPerSegment, its newer name; drop it");
        } else if (partitions == null && hashed && tuning.numShards() != null && isSized(tuning)) {
            at.at("numShards").report(Rules.ONE_PARTITION_SIZE, "stands beside a number of rows; keep one of the two");
        }
    }

    /** Whether it stands for dynamic partitions that only limit the rows of a segment. */
    static boolean isDynamic(BatchTuningConfig tuning) {
        return tuning.partitionsSpec() == null
                && !Boolean.TRUE.equals(tuning.forceGuaranteedRollup())
                && tuning.maxTotalRows() == null
                && isSized(tuning);
    }

    /** Says in {@code partitionsSpec} what was said here. */
    static void normalize(ObjectNode tuning) {
        boolean hashed = tuning.path("forceGuaranteedRollup").asBoolean();
        ObjectNode partitions = tuning.objectNode().put("type", hashed ? "hashed" : "dynamic");
        for (String name : NAMES) {
            JsonNode value = tuning.remove(name);
            if (value != null && !(value.isArray() && value.isEmpty())) {
                partitions.set(newer(name, hashed), value);
            }
        }
        partitions.properties().removeIf(p -> p.getValue().asInt() == DEFAULT_ROWS);
        if (!tuning.has("partitionsSpec") && (hashed || partitions.size() > 1)) {
            tuning.set("partitionsSpec", partitions);
        }
    }

    private static String newer(String name, boolean hashed) {
        boolean rows = name.equals("maxRowsPerSegment") || name.equals("targetPartitionSize");
        return rows ? (hashed ? "targetRowsPerSegment" : "maxRowsPerSegment") : name;
    }

    /** Spares most specs the look into their JSON. */
    private static boolean usesNone(BatchTuningConfig tuning) {
        return tuning.maxRowsPerSegment() == null
                && tuning.maxTotalRows() == null
                && tuning.numShards() == null
                && tuning.targetPartitionSize() == null
                && tuning.properties().isEmpty()
                && !(tuning instanceof IndexTuningConfig);
    }

    private static boolean isSized(BatchTuningConfig tuning) {
        return tuning.maxRowsPerSegment() != null || tuning.targetPartitionSize() != null;
    }

    private static boolean isOfHashed(String name) {
        return name.equals("numShards") || name.equals("partitionDimensions");
    }

    /** Whether the value is what Druid itself, giving the config back, adds to say the same once more. */
    private static boolean repeats(JsonNode partitions, String name, JsonNode value) {
        if (!name.equals("maxRowsPerSegment")) {
            return partitions.path(name).equals(value);
        }
        int target = partitions.path("targetRowsPerSegment").asInt(DEFAULT_ROWS);
        int rows = partitions.path(name).asInt(target);
        return value.asInt() == rows || value.asInt() == target + target / 2;
    }
}
