package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.input.DynamicConfigProvider;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.Sensitive;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.net.URI;
import java.time.Duration;
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
    interface Builder extends StreamIOConfig.Builder<RabbitSupervisorIOConfig, Builder> {

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

        /**
         * Tasks that read at one time, not counting replicas. Positive; no more than there are partitions are started.
         * Left to the autoscaler where one is on. Druid's default: 1.
         */
        Builder taskCount(@Nullable Integer taskCount);

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
