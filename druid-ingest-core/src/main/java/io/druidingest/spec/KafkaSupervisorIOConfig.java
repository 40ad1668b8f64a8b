package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.input.DynamicConfigProvider;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.Sensitive;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.tuning.IdleConfig;
import io.druidingest.tuning.LagAggregator;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a Kafka supervisor reads, and with how many tasks.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/kafka-ingestion#io-configuration">Kafka I/O configuration</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableKafkaSupervisorIOConfig.Builder.class)
public interface KafkaSupervisorIOConfig extends StreamIOConfig {

    @Override
    @JsonProperty("type")
    default String type() {
        return "kafka";
    }

    @Nullable String topic();

    @Nullable String topicPattern();

    @Sensitive
    Map<String, JsonNode> consumerProperties();

    @DruidDefault("false")
    @Nullable Boolean useEarliestOffset();

    @Nullable Integer stopTaskCount();

    Map<String, Integer> serverPriorityToReplicas();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("100")
    @Nullable Duration pollTimeout();

    @Nullable IdleConfig idleConfig();

    @Nullable LagAggregator lagAggregator();

    @DruidDefault("false")
    @Nullable Boolean emitTimeLagMetrics();

    @Sensitive
    @Nullable JsonNode configOverrides();

    static KafkaSupervisorIOConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableKafkaSupervisorIOConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableKafkaSupervisorIOConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Druid repeats properties by other names. */
    @Override
    default void normalize(ObjectNode json) {
        StreamIOConfig.super.normalize(json);
        json.remove("stream");
    }

    @Override
    default void check(Findings at) {
        StreamIOConfig.super.check(at);
        KafkaChecks.topic(topic(), topicPattern(), at);
        KafkaChecks.consumerProperties(consumerProperties(), at.at("consumerProperties"));
        StreamChecks.secrets(consumerProperties(), at.at("consumerProperties"));
        StreamChecks.replicas(replicas(), serverPriorityToReplicas(), at.at("serverPriorityToReplicas"));
        Amounts.positive(stopTaskCount(), at.at("stopTaskCount"));
        Amounts.notNegative(pollTimeout(), at.at("pollTimeout"));
    }

    /** Makes a {@link KafkaSupervisorIOConfig}. */
    interface Builder extends StreamIOConfig.Builder<KafkaSupervisorIOConfig, Builder> {

        /** The topic. Excludes {@link #topicPattern}; one of the two is needed. */
        Builder topic(@Nullable String topic);

        /**
         * A regular expression of Java; all topics whose whole name it matches are read. Excludes {@link #topic}.
         * Since Druid 28.
         */
        Builder topicPattern(@Nullable String topicPattern);

        /**
         * The properties of the Kafka consumer by Kafka's names. {@code bootstrap.servers} is needed. Druid keeps them
         * as they are and shows them to whoever may read the supervisor. Replaces those set before.
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

        /** The brokers to ask first, each {@code host:port}: {@code bootstrap.servers}. */
        default Builder bootstrapServers(String... servers) {
            return consumerProperty("bootstrap.servers", String.join(",", servers));
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
         * How many replicas go to servers of each priority. Together as many as {@link #replicas}, if that is given
         * too. Replaces those set before. Newer than Druid 33.
         */
        Builder serverPriorityToReplicas(Map<String, ? extends Integer> serverPriorityToReplicas);

        /** Adds one entry; the key is the priority. */
        Builder serverPriorityToReplica(String priority, Integer replicas);

        /** Adds one entry. */
        default Builder serverPriorityToReplica(int priority, int replicas) {
            return serverPriorityToReplica(Integer.toString(priority), replicas);
        }

        /**
         * How long a task waits for messages at one time. Not negative. Written as milliseconds. Druid's default: 100
         * ms.
         */
        Builder pollTimeout(@Nullable Duration pollTimeout);

        /** The same, in milliseconds. */
        default Builder pollTimeout(long millis) {
            return pollTimeout(Duration.ofMillis(millis));
        }

        /** Stops the tasks while the topic brings nothing. Druid's default: what the cluster is set to. */
        Builder idleConfig(@Nullable IdleConfig idleConfig);

        /** The same, built here. */
        default Builder idleConfig(UnaryOperator<IdleConfig.Builder> b) {
            return idleConfig(IdleConfig.of(b));
        }

        /** How the lags of the partitions become one. Newer than Druid 33. */
        Builder lagAggregator(@Nullable LagAggregator lagAggregator);

        /** Whether lag is also measured in time. Druid's default: false. */
        Builder emitTimeLagMetrics(@Nullable Boolean emitTimeLagMetrics);

        /**
         * Changes consumer properties on the server, by a type that an extension of yours brings; Druid itself has
         * none.
         */
        Builder configOverrides(@Nullable JsonNode configOverrides);

        /** The same, as a string, number, list or map. */
        default Builder configOverrides(Object configOverrides) {
            return configOverrides(SpecJson.tree(configOverrides));
        }

        @Override
        default KafkaSupervisorIOConfig build() {
            return Specs.complete(((ImmutableKafkaSupervisorIOConfig.Builder) this).partial());
        }
    }
}
