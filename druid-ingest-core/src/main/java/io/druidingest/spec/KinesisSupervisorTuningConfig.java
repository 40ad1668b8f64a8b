package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a Kinesis supervisor and its tasks do their work.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/kinesis-ingestion#tuning-configuration">Kinesis tuning configuration</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableKinesisSupervisorTuningConfig.Builder.class)
public interface KinesisSupervisorTuningConfig extends StreamTuningConfig {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "kinesis";
    }

    @DruidDefault("false")
    @Nullable Boolean skipSequenceNumberAvailabilityCheck();

    @Nullable Integer fetchThreads();

    @Nullable Integer recordBufferSizeBytes();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("5000")
    @Nullable Duration recordBufferOfferTimeout();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("5000")
    @Nullable Duration recordBufferFullWait();

    @DruidDefault("1000000")
    @Nullable Integer maxBytesPerPoll();

    @DruidDefault("\"PT2M\"")
    @Nullable Duration repartitionTransitionDuration();

    @DruidDefault("false")
    @Nullable Boolean useListShards();

    static KinesisSupervisorTuningConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableKinesisSupervisorTuningConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableKinesisSupervisorTuningConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        StreamTuningConfig.super.check(at);
        Amounts.positive(fetchThreads(), at.at("fetchThreads"));
        Amounts.positive(recordBufferSizeBytes(), at.at("recordBufferSizeBytes"));
        Amounts.positive(maxBytesPerPoll(), at.at("maxBytesPerPoll"));
        Amounts.notNegative(recordBufferOfferTimeout(), at.at("recordBufferOfferTimeout"));
        Amounts.notNegative(recordBufferFullWait(), at.at("recordBufferFullWait"));
        Amounts.notNegative(repartitionTransitionDuration(), at.at("repartitionTransitionDuration"));
        if (Boolean.TRUE.equals(resetOffsetAutomatically())
                && Boolean.TRUE.equals(skipSequenceNumberAvailabilityCheck())) {
            at.at("skipSequenceNumberAvailabilityCheck")
                    .report(Rules.RESET_OR_SKIP, "is true beside resetOffsetAutomatically; set one to false");
        }
    }

    /** Makes a {@link KinesisSupervisorTuningConfig}. */
    interface Builder extends StreamTuningConfig.Builder<KinesisSupervisorTuningConfig, Builder> {

        /**
         * Whether a task starts without asking if its first message is still there. Excludes {@link
         * #resetOffsetAutomatically}. Druid's default: false.
         */
        Builder skipSequenceNumberAvailabilityCheck(@Nullable Boolean skipSequenceNumberAvailabilityCheck);

        /**
         * Threads that fetch from Kinesis. Positive. Druid's default: two for each processor, as far as memory allows.
         */
        Builder fetchThreads(@Nullable Integer fetchThreads);

        /**
         * Bytes of heap between fetching and ingesting. Positive. Druid's default: a tenth of the heap, at most 100
         * MB.
         */
        Builder recordBufferSizeBytes(@Nullable Integer recordBufferSizeBytes);

        /**
         * How long a fetching thread waits for space in the buffer. Not negative. Written as milliseconds. Druid's
         * default: 5 s.
         */
        Builder recordBufferOfferTimeout(@Nullable Duration recordBufferOfferTimeout);

        /** The same, in milliseconds. */
        default Builder recordBufferOfferTimeout(long millis) {
            return recordBufferOfferTimeout(Duration.ofMillis(millis));
        }

        /**
         * How long a fetching thread waits while the buffer is full. Not negative. Written as milliseconds. Druid's
         * default: 5 s.
         */
        Builder recordBufferFullWait(@Nullable Duration recordBufferFullWait);

        /** The same, in milliseconds. */
        default Builder recordBufferFullWait(long millis) {
            return recordBufferFullWait(Duration.ofMillis(millis));
        }

        /** Bytes taken from the buffer at one time. Positive. Druid's default: 1,000,000. */
        Builder maxBytesPerPoll(@Nullable Integer maxBytesPerPoll);

        /**
         * How long tasks go on after shards were split or merged, so that the new ones get messages. Druid's default:
         * {@code PT2M}.
         */
        Builder repartitionTransitionDuration(@Nullable Duration repartitionTransitionDuration);

        /**
         * Whether shards are listed by the call that has no limit of its own; the role needs {@code
         * kinesis:ListShards}. Druid's default: false.
         */
        Builder useListShards(@Nullable Boolean useListShards);

        @Override
        default KinesisSupervisorTuningConfig build() {
            return Specs.complete(((ImmutableKinesisSupervisorTuningConfig.Builder) this).partial());
        }
    }
}
