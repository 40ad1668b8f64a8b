package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.input.DynamicConfigProvider;
import io.druidingest.input.InputFormat;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.Sensitive;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.tuning.AutoScalerConfig;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor of RabbitMQ super streams reads, and with how many tasks.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/rabbit-stream-ingestion">RabbitMQ stream ingestion</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRabbitSupervisorIOConfig.Builder.class)
public interface RabbitSupervisorIOConfig extends StreamIOConfig {

    @Override
    @JsonProperty("type")
    default String type() {
        return "rabbit";
    }

    String stream();

    URI uri();

    @Sensitive
    Map<String, JsonNode> consumerProperties();

    @DruidDefault("false")
    @Nullable Boolean useEarliestOffset();

    @Nullable Integer stopTaskCount();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("100")
    @Nullable Duration pollTimeout();

    static RabbitSupervisorIOConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRabbitSupervisorIOConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRabbitSupervisorIOConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        StreamIOConfig.super.check(at);
        StreamChecks.secrets(consumerProperties(), at.at("consumerProperties"));
        Amounts.positive(stopTaskCount(), at.at("stopTaskCount"));
        Amounts.notNegative(pollTimeout(), at.at("pollTimeout"));
    }

    /** Makes a {@link RabbitSupervisorIOConfig}. */
    interface Builder extends SpecBuilder<RabbitSupervisorIOConfig, Builder> {

        /** The super stream. Required. */
        Builder stream(String stream);

        /** The broker, for example {@code rabbitmq-stream://localhost:5552}. Required. */
        Builder uri(URI uri);

        /**
         * The same, as text.
         *
         * @throws IllegalArgumentException if it is no URI
         */
        default Builder uri(String uri) {
            return uri(URI.create(uri));
        }

        /**
         * {@code username} and {@code password}, or a provider of them. Druid keeps them as they are and shows them to
         * whoever may read the supervisor. Replaces those set before.
         */
        Builder consumerProperties(Map<String, ? extends JsonNode> consumerProperties);

        /** Adds one entry. */
        Builder consumerProperty(String key, JsonNode value);

        /** Adds one entry. */
        default Builder consumerProperty(String key, @Nullable Object value) {
            return consumerProperty(key, SpecJson.tree(value));
        }

        /** Where Druid finds further consumer properties when it needs them: secrets that stand in no spec. */
        default Builder dynamicConfigProvider(DynamicConfigProvider provider) {
            return consumerProperty(DynamicConfigProvider.KEY, SpecJson.tree(provider));
        }

        /**
         * Whether a supervisor that has read nothing yet begins with the oldest message, not the next one. Druid's
         * default: false.
         */
        Builder useEarliestOffset(@Nullable Boolean useEarliestOffset);

        /** How messages are written. Required. */
        Builder inputFormat(InputFormat inputFormat);

        /**
         * Tasks that read at one time, not counting replicas. Positive; no more than there are partitions are started.
         * Left to the autoscaler where one is on. Druid's default: 1.
         */
        Builder taskCount(@Nullable Integer taskCount);

        /**
         * How many tasks read the same, on different workers, so that one may be lost. Positive. A second one waits
         * for ever where there is one worker only. Druid's default: 1.
         */
        Builder replicas(@Nullable Integer replicas);

        /**
         * How long a task reads before it publishes its segments and another takes over. Druid's default: {@code
         * PT1H}.
         */
        Builder taskDuration(@Nullable Duration taskDuration);

        /** How long the supervisor waits before it looks first. Druid's default: {@code PT5S}. */
        Builder startDelay(@Nullable Duration startDelay);

        /** How often the supervisor looks after its tasks; every second at most. Druid's default: {@code PT30S}. */
        Builder period(@Nullable Duration period);

        /**
         * How long a task may take to publish. A slower one is killed and its messages are read again, so that too
         * short a time never ends. Druid's default: {@code PT30M}.
         */
        Builder completionTimeout(@Nullable Duration completionTimeout);

        /**
         * Drops messages that are older than this when the task starts. Excludes {@link
         * #lateMessageRejectionStartDateTime}. Druid's default: none is dropped.
         */
        Builder lateMessageRejectionPeriod(@Nullable Duration lateMessageRejectionPeriod);

        /**
         * Drops messages from before this time. Excludes {@link #lateMessageRejectionPeriod}. Druid's default: none is
         * dropped.
         */
        Builder lateMessageRejectionStartDateTime(@Nullable Instant lateMessageRejectionStartDateTime);

        /**
         * Drops messages that are later than the planned end of the task by more than this, also while a task runs
         * longer than planned. Druid's default: none is dropped.
         */
        Builder earlyMessageRejectionPeriod(@Nullable Duration earlyMessageRejectionPeriod);

        /** Changes the number of tasks as the stream needs it. Druid's default: it stays. */
        Builder autoScalerConfig(@Nullable AutoScalerConfig autoScalerConfig);

        /** Tasks that may stop and publish at one time. Positive. Druid's default: all. */
        Builder stopTaskCount(@Nullable Integer stopTaskCount);

        /**
         * How long a task waits for messages at one time. Not negative. Written as milliseconds. Druid's default: 100
         * ms.
         */
        Builder pollTimeout(@Nullable Duration pollTimeout);

        /** The same, in milliseconds. */
        default Builder pollTimeout(long millis) {
            return pollTimeout(Duration.ofMillis(millis));
        }

        @Override
        default RabbitSupervisorIOConfig build() {
            return Specs.complete(((ImmutableRabbitSupervisorIOConfig.Builder) this).partial());
        }
    }
}
