package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
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
    interface Builder extends StreamTuningConfig.Builder<RabbitSupervisorTuningConfig, Builder> {

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
