package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a Kafka supervisor and its tasks do their work.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor#tuning-configuration">tuning configuration</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableKafkaSupervisorTuningConfig.Builder.class)
public interface KafkaSupervisorTuningConfig extends StreamTuningConfig {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "kafka";
    }

    @DruidDefault("1")
    @Nullable Integer numPersistThreads();

    @DruidDefault("false")
    @Nullable Boolean releaseLocksOnHandoff();

    static KafkaSupervisorTuningConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableKafkaSupervisorTuningConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableKafkaSupervisorTuningConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        StreamTuningConfig.super.check(at);
        Amounts.positive(numPersistThreads(), at.at("numPersistThreads"));
    }

    /** Makes a {@link KafkaSupervisorTuningConfig}. */
    interface Builder extends StreamTuningConfig.Builder<KafkaSupervisorTuningConfig, Builder> {

        /** Threads that write to disk. Positive. Druid's default: 1. Since Druid 28. */
        Builder numPersistThreads(@Nullable Integer numPersistThreads);

        /**
         * Whether a task gives up its locks on a time as soon as its segments there are handed off. Newer than Druid
         * 33. Druid's default: false.
         */
        Builder releaseLocksOnHandoff(@Nullable Boolean releaseLocksOnHandoff);

        @Override
        default KafkaSupervisorTuningConfig build() {
            return Specs.complete(((ImmutableKafkaSupervisorTuningConfig.Builder) this).partial());
        }
    }
}
