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
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a Kinesis supervisor reads, and with how many tasks.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/kinesis-ingestion#io-configuration">Kinesis I/O configuration</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableKinesisSupervisorIOConfig.Builder.class)
public interface KinesisSupervisorIOConfig extends StreamIOConfig {

    @Override
    @JsonProperty("type")
    default String type() {
        return "kinesis";
    }

    String stream();

    @DruidDefault("\"kinesis.us-east-1.amazonaws.com\"")
    @Nullable String endpoint();

    @Nullable String region();

    @DruidDefault("false")
    @Nullable Boolean useEarliestSequenceNumber();

    Map<String, Integer> serverPriorityToReplicas();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("0")
    @Nullable Duration fetchDelayMillis();

    @Nullable String awsAssumedRoleArn();

    @Nullable String awsExternalId();

    static KinesisSupervisorIOConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableKinesisSupervisorIOConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableKinesisSupervisorIOConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        StreamIOConfig.super.check(at);
        StreamChecks.replicas(replicas(), serverPriorityToReplicas(), at.at("serverPriorityToReplicas"));
        Amounts.notNegative(fetchDelayMillis(), at.at("fetchDelayMillis"));
    }

    /** Makes a {@link KinesisSupervisorIOConfig}. */
    interface Builder extends StreamIOConfig.Builder<KinesisSupervisorIOConfig, Builder> {

        /** The stream. Required. */
        Builder stream(String stream);

        /**
         * The host that serves Kinesis in the stream's region. Druid's default: {@code
         * kinesis.us-east-1.amazonaws.com}.
         */
        Builder endpoint(@Nullable String endpoint);

        /**
         * Deprecated by Druid in favour of {@link #endpoint}. Stands for the endpoint of that region, for example
         * {@code eu-west-1}, where {@link #endpoint} is not given.
         */
        Builder region(@Nullable String region);

        /**
         * Whether a supervisor that has read nothing yet begins with the oldest message, not the next one. Druid's
         * default: false.
         */
        Builder useEarliestSequenceNumber(@Nullable Boolean useEarliestSequenceNumber);

        /**
         * Tasks that read at one time, not counting replicas. Positive; no more than there are shards are started.
         * Left to the autoscaler where one is on. Druid's default: 1.
         */
        Builder taskCount(@Nullable Integer taskCount);

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
         * How long a task waits between two calls to Kinesis. Not negative. Written as milliseconds. Druid's default:
         * 0.
         */
        Builder fetchDelayMillis(@Nullable Duration fetchDelayMillis);

        /** The same, in milliseconds. */
        default Builder fetchDelayMillis(long millis) {
            return fetchDelayMillis(Duration.ofMillis(millis));
        }

        /** The AWS role to take on. */
        Builder awsAssumedRoleArn(@Nullable String awsAssumedRoleArn);

        /** The external id to take it on with. */
        Builder awsExternalId(@Nullable String awsExternalId);

        @Override
        default KinesisSupervisorIOConfig build() {
            return Specs.complete(((ImmutableKinesisSupervisorIOConfig.Builder) this).partial());
        }
    }
}
