package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecObject;
import io.druidingest.tuning.SegmentWriting;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code tuningConfig}s of all stream supervisors have in common.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor#tuning-configuration">tuning configuration</a>
 */
public interface StreamTuningConfig extends SegmentWriting, ParseExceptions {

    /** The type id: the one of the supervisor. */
    String type();

    @Override
    @DruidDefault("150000")
    @Nullable Integer maxRowsInMemory();

    @DruidDefault("false")
    @Nullable Boolean skipBytesInMemoryOverheadCheck();

    @DruidDefault("5000000")
    @Nullable Integer maxRowsPerSegment();

    @Nullable Long maxTotalRows();

    @DruidDefault("\"PT10M\"")
    @Nullable Duration intermediatePersistPeriod();

    @DruidDefault("\"P2147483647D\"")
    @Nullable Duration intermediateHandoffPeriod();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("900000")
    @Nullable Duration handoffConditionTimeout();

    @DruidDefault("false")
    @Nullable Boolean resetOffsetAutomatically();

    @Nullable Integer workerThreads();

    @DruidDefault("8")
    @Nullable Long chatRetries();

    @DruidDefault("\"PT10S\"")
    @Nullable Duration httpTimeout();

    @DruidDefault("\"PT80S\"")
    @Nullable Duration shutdownTimeout();

    @DruidDefault("\"PT30S\"")
    @Nullable Duration offsetFetchPeriod();

    /** Druid repeats what only Kinesis reads. */
    @Override
    default void normalize(ObjectNode json) {
        if (!type().equals("kinesis")) {
            json.remove(List.of("skipSequenceNumberAvailabilityCheck", "repartitionTransitionDuration"));
        }
        ParseExceptions.super.normalize(json);
    }

    @Override
    default void check(Findings at) {
        SegmentWriting.super.check(at);
        ParseExceptions.super.check(at);
        Amounts.positive(maxRowsPerSegment(), at.at("maxRowsPerSegment"));
        Amounts.positive(maxTotalRows(), at.at("maxTotalRows"));
        Amounts.notNegative(workerThreads(), at.at("workerThreads"));
        Amounts.notNegative(intermediatePersistPeriod(), at.at("intermediatePersistPeriod"));
        Amounts.notNegative(intermediateHandoffPeriod(), at.at("intermediateHandoffPeriod"));
        Amounts.notNegative(handoffConditionTimeout(), at.at("handoffConditionTimeout"));
        Amounts.notNegative(chatRetries(), at.at("chatRetries"));
        StreamChecks.kept(httpTimeout(), at.at("httpTimeout"));
        StreamChecks.kept(shutdownTimeout(), at.at("shutdownTimeout"));
        StreamChecks.kept(offsetFetchPeriod(), at.at("offsetFetchPeriod"));
        Duration handoff = handoffConditionTimeout();
        StreamChecks.longEnough(
                handoff == null || handoff.isZero() ? null : handoff, // zero is for ever
                "a task ends before its segments are served elsewhere",
                at.at("handoffConditionTimeout"));
    }

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>>
            extends SegmentWriting.Builder<T, B>, ParseExceptions.Builder<T, B> {

        /** Rows held in memory before they are written to disk, after rollup. Positive. Druid's default: 150,000. */
        @Override
        B maxRowsInMemory(@Nullable Integer maxRowsInMemory);

        /**
         * Whether the overhead of intermediate objects is left out of {@link #maxBytesInMemory}. Druid's default:
         * false.
         */
        B skipBytesInMemoryOverheadCheck(@Nullable Boolean skipBytesInMemoryOverheadCheck);

        /**
         * Rows in one segment, after rollup: it is handed off when it has them. Positive. Druid's default: 5,000,000.
         */
        B maxRowsPerSegment(@Nullable Integer maxRowsPerSegment);

        /**
         * Rows in all segments of a task, after rollup: they are handed off when there are so many. Positive. Druid's
         * default: 20,000,000.
         */
        B maxTotalRows(@Nullable Long maxTotalRows);

        /** The same; for a literal without the {@code L}. */
        default B maxTotalRows(long maxTotalRows) {
            return maxTotalRows(Long.valueOf(maxTotalRows));
        }

        /** How often rows are written to disk. Druid's default: {@code PT10M}. */
        B intermediatePersistPeriod(@Nullable Duration intermediatePersistPeriod);

        /**
         * How often segments are handed off, full or not. Druid's default: only when they are full or the task ends.
         */
        B intermediateHandoffPeriod(@Nullable Duration intermediateHandoffPeriod);

        /**
         * Deprecated by Druid without a successor. Writes to disk that may wait before reading stops. Not negative.
         * Druid's default: 0.
         */
        @Override
        B maxPendingPersists(@Nullable Integer maxPendingPersists);

        /**
         * How long a task waits until its segments are served elsewhere before it ends, and they with it; zero for
         * ever. Too short a time leaves a gap in answers. Written as milliseconds. Druid's default: 15 minutes.
         */
        B handoffConditionTimeout(@Nullable Duration handoffConditionTimeout);

        /** The same, in milliseconds. */
        default B handoffConditionTimeout(long millis) {
            return handoffConditionTimeout(Duration.ofMillis(millis));
        }

        /**
         * Whether a task whose messages are no longer there goes on with the oldest or newest there is, which loses or
         * repeats messages. Otherwise it fails until someone resets the supervisor. Druid's default: false.
         */
        B resetOffsetAutomatically(@Nullable Boolean resetOffsetAutomatically);

        /**
         * Threads with which the supervisor looks after its tasks. Not negative. Druid's default: as many as tasks, at
         * most 10.
         */
        B workerThreads(@Nullable Integer workerThreads);

        /** How often the supervisor asks a task again before it gives it up. Not negative. Druid's default: 8. */
        B chatRetries(@Nullable Long chatRetries);

        /** The same; for a literal without the {@code L}. */
        default B chatRetries(long chatRetries) {
            return chatRetries(Long.valueOf(chatRetries));
        }

        /** How long the supervisor waits for an answer of a task. Druid's default: {@code PT10S}. */
        B httpTimeout(@Nullable Duration httpTimeout);

        /** How long the supervisor waits for its tasks when it is stopped. Druid's default: {@code PT80S}. */
        B shutdownTimeout(@Nullable Duration shutdownTimeout);

        /**
         * How often the supervisor asks the stream and the tasks how far they are. Druid's default: {@code PT30S}.
         */
        B offsetFetchPeriod(@Nullable Duration offsetFetchPeriod);
    }
}
