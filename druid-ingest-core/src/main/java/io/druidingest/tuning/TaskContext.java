package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.OpenKeys;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a run: locks, priority and more. It may hold any key; those known have a method each, others are set by
 * {@link Builder#property}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/tasks#context-parameters">context parameters</a>
 */
@OpenKeys
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableTaskContext.Builder.class)
public interface TaskContext extends SpecObject {

    @Nullable Integer priority();

    @DruidDefault("false")
    @Nullable Boolean useConcurrentLocks();

    @DruidDefault("\"EXCLUSIVE\"")
    @Nullable TaskLockType taskLockType();

    @DruidDefault("false")
    @Nullable Boolean useSharedLock();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("300000")
    @Nullable Duration taskLockTimeout();

    @DruidDefault("true")
    @Nullable Boolean forceTimeChunkLock();

    @DruidDefault("true")
    @Nullable Boolean useLineageBasedSegmentAllocation();

    @DruidDefault("false")
    @Nullable Boolean storeCompactionState();

    @DruidDefault("true")
    @Nullable Boolean storeEmptyColumns();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("0")
    @Nullable Duration subTaskTimeoutMillis();

    @Nullable Integer bloomFilterExpectedInsertions();

    @Nullable LoadingMode lookupLoadingMode();

    List<String> lookupsToLoad();

    @Nullable String lookupTier();

    @Nullable LoadingMode broadcastDatasourceLoadingMode();

    List<String> broadcastDatasourcesToLoad();

    @DruidDefault("false")
    @Nullable Boolean useMaxMemoryEstimates();

    @Nullable Integer maxNumTasks();

    @Nullable String appenderatorTrackingTaskId();

    @Nullable String indexingStateFingerprint();

    static TaskContext of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableTaskContext.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableTaskContext.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** The context of these settings, known or not. */
    static TaskContext of(Map<String, ?> settings) {
        return SpecJson.read(SpecJson.tree(settings).toString(), TaskContext.class, SpecJson.Mode.STRICT);
    }

    @Override
    default void check(Findings at) {
        if (Boolean.TRUE.equals(useConcurrentLocks()) && taskLockType() != null) {
            at.at("taskLockType")
                    .report(
                            Rules.LOCK_TYPE_IGNORED,
                            "is ignored, since useConcurrentLocks is true; drop one of the two");
        }
    }

    /** Makes a {@link TaskContext}. */
    interface Builder extends SpecBuilder<TaskContext, Builder> {

        /**
         * Which task gets a lock first; the higher. Druid's default: 75 for streaming, 50 for batch, 25 for
         * compaction, 0 for others.
         */
        Builder priority(@Nullable Integer priority);

        /**
         * Whether appending and replacing tasks may work on the same time at once; it then decides the lock type.
         * Druid's default: false. Since Druid 31.
         */
        Builder useConcurrentLocks(@Nullable Boolean useConcurrentLocks);

        /** The lock type. Ignored with {@link #useConcurrentLocks}. Druid's default: {@code EXCLUSIVE}. */
        Builder taskLockType(@Nullable TaskLockType taskLockType);

        /**
         * Deprecated by Druid in favour of {@link #useConcurrentLocks}. Whether an appending task takes a shared lock.
         * Ignored with {@link #taskLockType}. Druid's default: false.
         */
        Builder useSharedLock(@Nullable Boolean useSharedLock);

        /** How long a task waits for a lock at a time. Written as milliseconds. Druid's default: 300,000. */
        Builder taskLockTimeout(@Nullable Duration taskLockTimeout);

        /** The same, in milliseconds. */
        default Builder taskLockTimeout(long millis) {
            return taskLockTimeout(Duration.ofMillis(millis));
        }

        /**
         * Whether whole time chunks are locked; false for single segments, which Druid advises against. Druid's
         * default: true.
         */
        Builder forceTimeChunkLock(@Nullable Boolean forceTimeChunkLock);

        /**
         * Whether a sub-task that runs again gets the segments of its earlier run. Leave it true. Druid's default:
         * true.
         */
        Builder useLineageBasedSegmentAllocation(@Nullable Boolean useLineageBasedSegmentAllocation);

        /**
         * Whether segments tell how they were made, so that automatic compaction passes them over. Druid's default:
         * false.
         */
        Builder storeCompactionState(@Nullable Boolean storeCompactionState);

        /** Whether dimensions without any value are stored too. Druid's default: true. */
        Builder storeEmptyColumns(@Nullable Boolean storeEmptyColumns);

        /**
         * How long one sub-task of a batch load may run; 0 for ever. Written as milliseconds. Druid's default: 0.
         * Since Druid 37.
         */
        Builder subTaskTimeoutMillis(@Nullable Duration subTaskTimeoutMillis);

        /** The same, in milliseconds. */
        default Builder subTaskTimeoutMillis(long millis) {
            return subTaskTimeoutMillis(Duration.ofMillis(millis));
        }

        /** Distinct values that the first phase of range partitioning reckons with. */
        Builder bloomFilterExpectedInsertions(@Nullable Integer bloomFilterExpectedInsertions);

        /** Which lookups the task loads. Druid's default: all where it may need them. */
        Builder lookupLoadingMode(@Nullable LoadingMode lookupLoadingMode);

        /** The lookups that the task loads; needed with {@link LoadingMode#ONLY_REQUIRED}. */
        Builder lookupsToLoad(Iterable<String> lookupsToLoad);

        /** The same, listed. */
        default Builder lookupsToLoad(String... lookupsToLoad) {
            return lookupsToLoad(Arrays.asList(lookupsToLoad));
        }

        /** The tier whose lookups a streaming task loads. Druid's default: that of its Middle Manager. */
        Builder lookupTier(@Nullable String lookupTier);

        /** Which broadcast datasources the task loads. Druid's default: all. Since Druid 32. */
        Builder broadcastDatasourceLoadingMode(@Nullable LoadingMode broadcastDatasourceLoadingMode);

        /**
         * The broadcast datasources that the task loads; needed with {@link LoadingMode#ONLY_REQUIRED}. Since Druid
         * 32.
         */
        Builder broadcastDatasourcesToLoad(Iterable<String> broadcastDatasourcesToLoad);

        /** The same, listed. */
        default Builder broadcastDatasourcesToLoad(String... broadcastDatasourcesToLoad) {
            return broadcastDatasourcesToLoad(Arrays.asList(broadcastDatasourcesToLoad));
        }

        /** Whether memory is reckoned by the upper bound of each row. Until Druid 33. Druid's default: false. */
        Builder useMaxMemoryEstimates(@Nullable Boolean useMaxMemoryEstimates);

        /**
         * Tasks of one compaction by the multi-stage query engine, its controller included. At least 2. Druid's
         * default: 2.
         */
        Builder maxNumTasks(@Nullable Integer maxNumTasks);

        /** Set by Druid on the sub-tasks of compaction. */
        Builder appenderatorTrackingTaskId(@Nullable String appenderatorTrackingTaskId);

        /** Set by Druid on compaction tasks. Since Druid 37. */
        Builder indexingStateFingerprint(@Nullable String indexingStateFingerprint);

        @Override
        default TaskContext build() {
            return Specs.complete(((ImmutableTaskContext.Builder) this).partial());
        }
    }
}
