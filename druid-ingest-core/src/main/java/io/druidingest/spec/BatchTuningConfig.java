package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import io.druidingest.tuning.BatchSegmentWriting;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.tuning.SingleDimPartitionsSpec;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How batch work is done: what {@code index_parallel}, {@code index} and {@code compact} share.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#tuningconfig">tuningConfig</a>
 */
@Family(
        value = {
            @Variant(id = "index_parallel", type = IndexParallelTuningConfig.class),
            @Variant(id = "index", type = IndexTuningConfig.class),
            @Variant(id = "compaction", type = CompactionTuningConfig.class),
        },
        unknown = UnknownBatchTuningConfig.class)
public interface BatchTuningConfig extends BatchSegmentWriting, ParseExceptions {

    /** The type id. */
    String type();

    @DruidDefault("false")
    @Nullable Boolean forceGuaranteedRollup();

    @DruidDefault("false")
    @Nullable Boolean skipBytesInMemoryOverheadCheck();

    @DruidDefault("1")
    @Nullable Integer numPersistThreads();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("0")
    @Nullable Duration awaitSegmentAvailabilityTimeoutMillis();

    @Nullable Integer maxRowsPerSegment();

    @Nullable Integer targetPartitionSize();

    @Nullable Integer numShards();

    @Override
    default void check(Findings at) {
        BatchSegmentWriting.super.check(at);
        ParseExceptions.super.check(at);
        Amounts.positive(numPersistThreads(), at.at("numPersistThreads"));
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
        if (partitions instanceof SingleDimPartitionsSpec
                && ((SingleDimPartitionsSpec) partitions).partitionDimension() == null) {
            at.at("partitionsSpec")
                    .at("partitionDimension")
                    .report(Rules.PARTITION_DIMENSIONS, "is not given; name the dimension to cut by");
        }
        FormerPartitioning.check(this, at);
    }

    /** Druid gives back as partitionsSpec what was said by its former names, and repeats these. */
    @Override
    default void normalize(ObjectNode json) {
        ParseExceptions.super.normalize(json);
        FormerPartitioning.normalize(json);
    }

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>>
            extends BatchSegmentWriting.Builder<T, B>, ParseExceptions.Builder<T, B> {

        /**
         * Whether equal rows are merged across the whole input. Needed with hashed and range partitions, impossible
         * with dynamic ones. Druid's default: false.
         */
        B forceGuaranteedRollup(@Nullable Boolean forceGuaranteedRollup);

        /**
         * Whether the overhead of intermediate objects is left out of {@link #maxBytesInMemory}. Druid's default:
         * false.
         */
        B skipBytesInMemoryOverheadCheck(@Nullable Boolean skipBytesInMemoryOverheadCheck);

        /** Threads that write to disk. Positive. Druid's default: 1. Since Druid 28. */
        B numPersistThreads(@Nullable Integer numPersistThreads);

        /**
         * Unparseable rows before the task fails. Not negative. Druid's default: no limit, so that a task that reads
         * nothing but rubbish ends in SUCCESS.
         */
        @Override
        B maxParseExceptions(@Nullable Integer maxParseExceptions);

        /**
         * How long the task itself waits until its segments are served; its slot stays taken, and a timeout does not
         * fail it. Not for compaction. Written as milliseconds. Druid's default: 0, no wait.
         */
        B awaitSegmentAvailabilityTimeoutMillis(@Nullable Duration awaitSegmentAvailabilityTimeoutMillis);

        /** The same, in milliseconds. */
        default B awaitSegmentAvailabilityTimeoutMillis(long millis) {
            return awaitSegmentAvailabilityTimeoutMillis(Duration.ofMillis(millis));
        }

        /**
         * Deprecated by Druid in favour of {@link #partitionsSpec}. Rows in one segment, about. Not beside {@link
         * #partitionsSpec}.
         */
        B maxRowsPerSegment(@Nullable Integer maxRowsPerSegment);

        /**
         * Deprecated by Druid in favour of {@link #partitionsSpec}. The former name of {@link #maxRowsPerSegment}. Not
         * beside {@link #partitionsSpec}.
         */
        B targetPartitionSize(@Nullable Integer targetPartitionSize);

        /**
         * Deprecated by Druid in favour of {@link #partitionsSpec}. How many hashed segments a time chunk gets. Not
         * beside {@link #partitionsSpec}.
         */
        B numShards(@Nullable Integer numShards);
    }
}
