package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.tuning.AppendableIndexSpec;
import io.druidingest.tuning.IndexSpec;
import io.druidingest.tuning.SegmentWriteOutMediumFactory;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a supervisor of RabbitMQ super streams and its tasks do their work.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/rabbit-stream-ingestion">RabbitMQ stream ingestion</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRabbitSupervisorTuningConfig.Builder.class)
public interface RabbitSupervisorTuningConfig extends StreamTuningConfig {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "rabbit";
    }

    @DruidDefault("1")
    @Nullable Integer numPersistThreads();

    @Nullable Integer recordBufferSize();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("5000")
    @Nullable Duration recordBufferOfferTimeout();

    @DruidDefault("100")
    @Nullable Integer maxRecordsPerPoll();

    static RabbitSupervisorTuningConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRabbitSupervisorTuningConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRabbitSupervisorTuningConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        StreamTuningConfig.super.check(at);
        Amounts.positive(numPersistThreads(), at.at("numPersistThreads"));
        Amounts.positive(recordBufferSize(), at.at("recordBufferSize"));
        Amounts.positive(maxRecordsPerPoll(), at.at("maxRecordsPerPoll"));
        Amounts.notNegative(recordBufferOfferTimeout(), at.at("recordBufferOfferTimeout"));
    }

    /** Makes a {@link RabbitSupervisorTuningConfig}. */
    interface Builder extends SpecBuilder<RabbitSupervisorTuningConfig, Builder> {

        /** Rows held in memory before they are written to disk, after rollup. Positive. Druid's default: 150,000. */
        Builder maxRowsInMemory(@Nullable Integer maxRowsInMemory);

        /**
         * Bytes of heap held before rows are written to disk; 0 for a sixth of the heap, -1 for no limit. Druid's
         * default: 0.
         */
        Builder maxBytesInMemory(@Nullable Long maxBytesInMemory);

        /** The same; for a literal without the {@code L}. */
        default Builder maxBytesInMemory(long maxBytesInMemory) {
            return maxBytesInMemory(Long.valueOf(maxBytesInMemory));
        }

        /** Whether the overhead of intermediate objects is left out of that sum. Druid's default: false. */
        Builder skipBytesInMemoryOverheadCheck(@Nullable Boolean skipBytesInMemoryOverheadCheck);

        /**
         * Rows in one segment, after rollup: it is handed off when it has them. Positive. Druid's default: 5,000,000.
         */
        Builder maxRowsPerSegment(@Nullable Integer maxRowsPerSegment);

        /**
         * Rows in all segments of a task, after rollup: they are handed off when there are so many. Positive. Druid's
         * default: 20,000,000.
         */
        Builder maxTotalRows(@Nullable Long maxTotalRows);

        /** The same; for a literal without the {@code L}. */
        default Builder maxTotalRows(long maxTotalRows) {
            return maxTotalRows(Long.valueOf(maxTotalRows));
        }

        /** How often rows are written to disk. Druid's default: {@code PT10M}. */
        Builder intermediatePersistPeriod(@Nullable Duration intermediatePersistPeriod);

        /**
         * How often segments are handed off, full or not. Druid's default: only when they are full or the task ends.
         */
        Builder intermediateHandoffPeriod(@Nullable Duration intermediateHandoffPeriod);

        /**
         * Deprecated by Druid without a successor. Writes to disk that may wait before reading stops. Not negative.
         * Druid's default: 0.
         */
        Builder maxPendingPersists(@Nullable Integer maxPendingPersists);

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

        /**
         * How long a task waits until its segments are served elsewhere before it ends, and they with it; zero for
         * ever. Too short a time leaves a gap in answers. Written as milliseconds. Druid's default: 15 minutes.
         */
        Builder handoffConditionTimeout(@Nullable Duration handoffConditionTimeout);

        /** The same, in milliseconds. */
        default Builder handoffConditionTimeout(long millis) {
            return handoffConditionTimeout(Duration.ofMillis(millis));
        }

        /**
         * Whether a task whose messages are no longer there goes on with the oldest or newest there is, which loses or
         * repeats messages. Otherwise it fails until someone resets the supervisor. Druid's default: false.
         */
        Builder resetOffsetAutomatically(@Nullable Boolean resetOffsetAutomatically);

        /**
         * Threads with which the supervisor looks after its tasks. Not negative. Druid's default: as many as tasks, at
         * most 10.
         */
        Builder workerThreads(@Nullable Integer workerThreads);

        /** How often the supervisor asks a task again before it gives it up. Not negative. Druid's default: 8. */
        Builder chatRetries(@Nullable Long chatRetries);

        /** The same; for a literal without the {@code L}. */
        default Builder chatRetries(long chatRetries) {
            return chatRetries(Long.valueOf(chatRetries));
        }

        /** How long the supervisor waits for an answer of a task. Druid's default: {@code PT10S}. */
        Builder httpTimeout(@Nullable Duration httpTimeout);

        /** How long the supervisor waits for its tasks when it is stopped. Druid's default: {@code PT80S}. */
        Builder shutdownTimeout(@Nullable Duration shutdownTimeout);

        /**
         * How often the supervisor asks the stream and the tasks how far they are. Druid's default: {@code PT30S}.
         */
        Builder offsetFetchPeriod(@Nullable Duration offsetFetchPeriod);

        /** Whether each unparseable row is logged. Druid's default: false. */
        Builder logParseExceptions(@Nullable Boolean logParseExceptions);

        /** Unparseable rows before a task fails. Not negative. Druid's default: no limit. */
        Builder maxParseExceptions(@Nullable Integer maxParseExceptions);

        /** Unparseable rows kept in the report. Not negative. Druid's default: 0. */
        Builder maxSavedParseExceptions(@Nullable Integer maxSavedParseExceptions);

        /**
         * Deprecated by Druid in favour of {@code maxParseExceptions(0)}. Whether an unparseable row fails the task.
         * Druid's default: false.
         */
        Builder reportParseExceptions(@Nullable Boolean reportParseExceptions);

        /** Threads that write to disk. Positive. Druid's default: 1. Since Druid 28. */
        Builder numPersistThreads(@Nullable Integer numPersistThreads);

        /**
         * Messages between fetching and ingesting. Positive. Druid's default: as a tenth of the heap allows, at most
         * 100 MB.
         */
        Builder recordBufferSize(@Nullable Integer recordBufferSize);

        /**
         * How long a fetching thread waits for space in the buffer. Not negative. Written as milliseconds. Druid's
         * default: 5 s.
         */
        Builder recordBufferOfferTimeout(@Nullable Duration recordBufferOfferTimeout);

        /** The same, in milliseconds. */
        default Builder recordBufferOfferTimeout(long millis) {
            return recordBufferOfferTimeout(Duration.ofMillis(millis));
        }

        /** Messages taken from the buffer at one time. Positive. Druid's default: 100. */
        Builder maxRecordsPerPoll(@Nullable Integer maxRecordsPerPoll);

        @Override
        default RabbitSupervisorTuningConfig build() {
            return Specs.complete(((ImmutableRabbitSupervisorTuningConfig.Builder) this).partial());
        }
    }
}
