package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.tuning.AppendableIndexSpec;
import io.druidingest.tuning.IndexSpec;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.tuning.SegmentWriteOutMediumFactory;
import io.druidingest.tuning.SplitHintSpec;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a batch load does its work.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#tuningconfig">tuningConfig</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIndexParallelTuningConfig.Builder.class)
public interface IndexParallelTuningConfig extends SpecObject {

    @JsonProperty(value = "type", required = true)
    default String type() {
        return "index_parallel";
    }

    @DruidDefault("{\"type\":\"dynamic\"}")
    @Nullable PartitionsSpec partitionsSpec();

    @DruidDefault("false")
    @Nullable Boolean forceGuaranteedRollup();

    @DruidDefault("1")
    @Nullable Integer maxNumConcurrentSubTasks();

    @DruidDefault("3")
    @Nullable Integer maxRetry();

    @DruidDefault("100")
    @Nullable Integer maxNumSegmentsToMerge();

    @DruidDefault("10")
    @Nullable Integer totalNumMergeTasks();

    @DruidDefault("1000000")
    @Nullable Integer maxRowsInMemory();

    @DruidDefault("0")
    @Nullable Long maxBytesInMemory();

    @DruidDefault("false")
    @Nullable Boolean skipBytesInMemoryOverheadCheck();

    @DruidDefault("0")
    @Nullable Integer maxPendingPersists();

    @DruidDefault("1")
    @Nullable Integer numPersistThreads();

    @DruidDefault("-1")
    @Nullable Integer maxColumnsToMerge();

    @Nullable IndexSpec indexSpec();

    @Nullable IndexSpec indexSpecForIntermediatePersists();

    @DruidDefault("{\"type\":\"onheap\"}")
    @Nullable AppendableIndexSpec appendableIndexSpec();

    @Nullable SegmentWriteOutMediumFactory segmentWriteOutMediumFactory();

    @Nullable SplitHintSpec splitHintSpec();

    @DruidDefault("2147483647")
    @Nullable Integer maxParseExceptions();

    @DruidDefault("0")
    @Nullable Integer maxSavedParseExceptions();

    @DruidDefault("false")
    @Nullable Boolean logParseExceptions();

    @DruidDefault("false")
    @Nullable Boolean reportParseExceptions();

    @DruidDefault("0")
    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @Nullable Duration pushTimeout();

    @DruidDefault("0")
    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @Nullable Duration awaitSegmentAvailabilityTimeoutMillis();

    @DruidDefault("1000")
    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @Nullable Duration taskStatusCheckPeriodMs();

    @DruidDefault("\"PT10S\"")
    @Nullable Duration chatHandlerTimeout();

    @DruidDefault("5")
    @Nullable Integer chatHandlerNumRetries();

    @DruidDefault("-1")
    @Nullable Integer maxAllowedLockCount();

    /** Druid repeats what partitionsSpec says, by its former names. */
    @Override
    default void normalize(ObjectNode json) {
        if (json.has("partitionsSpec")) {
            json.remove(List.of("maxRowsPerSegment", "maxTotalRows", "numShards", "partitionDimensions"));
        }
    }

    static IndexParallelTuningConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIndexParallelTuningConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIndexParallelTuningConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(maxNumConcurrentSubTasks(), at.at("maxNumConcurrentSubTasks"));
        Amounts.positive(maxNumSegmentsToMerge(), at.at("maxNumSegmentsToMerge"));
        Amounts.positive(totalNumMergeTasks(), at.at("totalNumMergeTasks"));
        Amounts.positive(maxRowsInMemory(), at.at("maxRowsInMemory"));
        Amounts.positive(numPersistThreads(), at.at("numPersistThreads"));
        Amounts.positive(taskStatusCheckPeriodMs(), at.at("taskStatusCheckPeriodMs"));
        Amounts.notNegative(maxRetry(), at.at("maxRetry"));
        Amounts.notNegative(maxPendingPersists(), at.at("maxPendingPersists"));
        Amounts.notNegative(maxParseExceptions(), at.at("maxParseExceptions"));
        Amounts.notNegative(maxSavedParseExceptions(), at.at("maxSavedParseExceptions"));
        Amounts.notNegative(chatHandlerNumRetries(), at.at("chatHandlerNumRetries"));
        Amounts.notNegative(chatHandlerTimeout(), at.at("chatHandlerTimeout"));
        Amounts.notNegative(pushTimeout(), at.at("pushTimeout"));
        Amounts.notNegative(awaitSegmentAvailabilityTimeoutMillis(), at.at("awaitSegmentAvailabilityTimeoutMillis"));
        boolean guaranteed = Boolean.TRUE.equals(forceGuaranteedRollup());
        PartitionsSpec partitions = partitionsSpec();
        String type = partitions != null ? partitions.type() : guaranteed ? "hashed" : "dynamic";
        if (guaranteed == type.equals("dynamic")) {
            at.at("forceGuaranteedRollup")
                    .report(
                            Rules.ROLLUP_NEEDS_PARTITIONS,
                            guaranteed
                                    ? "is true beside dynamic partitions; use PartitionsSpec.hashed(..) or range(..)"
                                    : "must be true beside " + type + " partitions; set it, or use"
                                            + " PartitionsSpec.dynamic()");
        }
    }

    /** Makes an {@link IndexParallelTuningConfig}. */
    interface Builder extends SpecBuilder<IndexParallelTuningConfig, Builder> {

        /**
         * How rows are spread over segments. Druid's default: dynamic, or hashed with {@link
         * #forceGuaranteedRollup}.
         */
        Builder partitionsSpec(@Nullable PartitionsSpec partitionsSpec);

        /**
         * Whether equal rows are merged across the whole input. Needed with hashed and range partitions,
         * impossible with dynamic ones. Druid's default: false.
         */
        Builder forceGuaranteedRollup(@Nullable Boolean forceGuaranteedRollup);

        /** Sub-tasks at one time; 1 runs everything in the task itself. Positive. Druid's default: 1. */
        Builder maxNumConcurrentSubTasks(@Nullable Integer maxNumConcurrentSubTasks);

        /** How often a failed sub-task is tried again. Not negative. Druid's default: 3. */
        Builder maxRetry(@Nullable Integer maxRetry);

        /** Partial segments that one merging sub-task takes at most. Positive. Druid's default: 100. */
        Builder maxNumSegmentsToMerge(@Nullable Integer maxNumSegmentsToMerge);

        /** Sub-tasks that merge partial segments. Positive. Druid's default: 10. */
        Builder totalNumMergeTasks(@Nullable Integer totalNumMergeTasks);

        /** Rows held in memory before they are written to disk. Positive. Druid's default: 1,000,000. */
        Builder maxRowsInMemory(@Nullable Integer maxRowsInMemory);

        /**
         * Bytes of heap held before rows are written to disk; -1 for no limit. Druid's default: a sixth of the
         * heap.
         */
        Builder maxBytesInMemory(@Nullable Long maxBytesInMemory);

        /** The same; for a literal without the {@code L}. */
        default Builder maxBytesInMemory(long maxBytesInMemory) {
            return maxBytesInMemory(Long.valueOf(maxBytesInMemory));
        }

        /** Whether the overhead of intermediate objects is left out of that sum. Druid's default: false. */
        Builder skipBytesInMemoryOverheadCheck(@Nullable Boolean skipBytesInMemoryOverheadCheck);

        /** Writes to disk that may wait before reading stops. Not negative. Druid's default: 0. */
        Builder maxPendingPersists(@Nullable Integer maxPendingPersists);

        /** Threads that write to disk. Positive. Druid's default: 1. Since Druid 28. */
        Builder numPersistThreads(@Nullable Integer numPersistThreads);

        /** Columns merged in one phase, which bounds memory; -1 for no limit. Druid's default: -1. */
        Builder maxColumnsToMerge(@Nullable Integer maxColumnsToMerge);

        /** How columns are stored. */
        Builder indexSpec(@Nullable IndexSpec indexSpec);

        /** The same, built here. */
        default Builder indexSpec(UnaryOperator<IndexSpec.Builder> b) {
            return indexSpec(IndexSpec.of(b));
        }

        /** How columns are stored in what is written between. Druid's default: as {@link #indexSpec} says. */
        Builder indexSpecForIntermediatePersists(@Nullable IndexSpec indexSpecForIntermediatePersists);

        /** The same, built here. */
        default Builder indexSpecForIntermediatePersists(UnaryOperator<IndexSpec.Builder> b) {
            return indexSpecForIntermediatePersists(IndexSpec.of(b));
        }

        /** Where rows are collected. Druid's default: on the heap. */
        Builder appendableIndexSpec(@Nullable AppendableIndexSpec appendableIndexSpec);

        /** Where segments are put together. Druid's default: what the cluster is set to. */
        Builder segmentWriteOutMediumFactory(@Nullable SegmentWriteOutMediumFactory segmentWriteOutMediumFactory);

        /** How input is cut into the shares of sub-tasks. Druid's default: as the input source says. */
        Builder splitHintSpec(@Nullable SplitHintSpec splitHintSpec);

        /**
         * Unparseable rows before the task fails. Not negative. Druid's default: no limit, so that a task that
         * reads nothing but rubbish ends in SUCCESS.
         */
        Builder maxParseExceptions(@Nullable Integer maxParseExceptions);

        /** Unparseable rows kept in the report. Not negative. Druid's default: 0. */
        Builder maxSavedParseExceptions(@Nullable Integer maxSavedParseExceptions);

        /** Whether each unparseable row is logged. Druid's default: false. */
        Builder logParseExceptions(@Nullable Boolean logParseExceptions);

        /**
         * Deprecated by Druid in favour of {@code maxParseExceptions(0)}: whether an unparseable row fails the
         * task. Druid's default: false.
         */
        Builder reportParseExceptions(@Nullable Boolean reportParseExceptions);

        /**
         * How long pushing segments to deep storage may take; zero for ever. Written as milliseconds. Druid's
         * default: 0.
         */
        Builder pushTimeout(@Nullable Duration pushTimeout);

        /**
         * How long the task itself waits until its segments are served; its slot stays taken, and a timeout does
         * not fail it. Written as milliseconds. Druid's default: 0, no wait.
         */
        Builder awaitSegmentAvailabilityTimeoutMillis(@Nullable Duration awaitSegmentAvailabilityTimeoutMillis);

        /** The same, in milliseconds. */
        default Builder awaitSegmentAvailabilityTimeoutMillis(long millis) {
            return awaitSegmentAvailabilityTimeoutMillis(Duration.ofMillis(millis));
        }

        /** How often running sub-tasks are looked at. Positive. Written as milliseconds. Druid's default: 1 s. */
        Builder taskStatusCheckPeriodMs(@Nullable Duration taskStatusCheckPeriodMs);

        /** The same, in milliseconds. */
        default Builder taskStatusCheckPeriodMs(long millis) {
            return taskStatusCheckPeriodMs(Duration.ofMillis(millis));
        }

        /** How long a sub-task waits for the task's answer. Druid's default: {@code PT10S}. */
        Builder chatHandlerTimeout(@Nullable Duration chatHandlerTimeout);

        /** How often a sub-task asks again. Not negative. Druid's default: 5. */
        Builder chatHandlerNumRetries(@Nullable Integer chatHandlerNumRetries);

        /** Locks that the task may take before it fails; -1 for no limit. Druid's default: -1. */
        Builder maxAllowedLockCount(@Nullable Integer maxAllowedLockCount);

        @Override
        default IndexParallelTuningConfig build() {
            return Specs.complete(((ImmutableIndexParallelTuningConfig.Builder) this).partial());
        }
    }
}
