package io.druidingest.tuning;

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
 * Adds tasks while a stream lags behind, and takes them away when it does not. Lag is a number of messages; with
 * Kinesis, milliseconds.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor#task-autoscaler">task autoscaler</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableLagBasedAutoScalerConfig.Builder.class)
public interface LagBasedAutoScalerConfig extends AutoScalerConfig, AutoScaling {

    @Override
    @JsonProperty("autoScalerStrategy")
    default String autoScalerStrategy() {
        return "lagBased";
    }

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("600000")
    @Nullable Duration minTriggerScaleActionFrequencyMillis();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("30000")
    @Nullable Duration lagCollectionIntervalMillis();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("600000")
    @Nullable Duration lagCollectionRangeMillis();

    @DruidDefault("6000000")
    @Nullable Long scaleOutThreshold();

    @DruidDefault("0.3")
    @Nullable Double triggerScaleOutFractionThreshold();

    @DruidDefault("1000000")
    @Nullable Long scaleInThreshold();

    @DruidDefault("0.9")
    @Nullable Double triggerScaleInFractionThreshold();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("300000")
    @Nullable Duration scaleActionStartDelayMillis();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("60000")
    @Nullable Duration scaleActionPeriodMillis();

    @DruidDefault("1")
    @Nullable Integer scaleInStep();

    @DruidDefault("2")
    @Nullable Integer scaleOutStep();

    @Nullable AggregateFunction lagAggregate();

    static LagBasedAutoScalerConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableLagBasedAutoScalerConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableLagBasedAutoScalerConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        AutoScaling.super.check(at);
        if (Boolean.TRUE.equals(enableTaskAutoScaler())) {
            Amounts.positive(lagCollectionIntervalMillis(), at.at("lagCollectionIntervalMillis"));
            Amounts.notNegative(lagCollectionRangeMillis(), at.at("lagCollectionRangeMillis"));
            Amounts.positive(scaleActionPeriodMillis(), at.at("scaleActionPeriodMillis"));
        }
        checkShare(triggerScaleOutFractionThreshold(), at.at("triggerScaleOutFractionThreshold"));
        checkShare(triggerScaleInFractionThreshold(), at.at("triggerScaleInFractionThreshold"));
        Amounts.notNegative(scaleInStep(), at.at("scaleInStep"));
        Amounts.notNegative(scaleOutStep(), at.at("scaleOutStep"));
    }

    private static void checkShare(@Nullable Double share, Findings at) {
        if (share != null && !(share >= 0 && share <= 1)) {
            at.report(Rules.NOT_A_SHARE, "is " + share + "; write a fraction from 0 to 1, not percents");
        }
    }

    /** Makes a {@link LagBasedAutoScalerConfig}. */
    interface Builder extends AutoScaling.Builder<LagBasedAutoScalerConfig, Builder> {

        /** Time between two changes at least. Written as milliseconds. Druid's default: 10 minutes. */
        Builder minTriggerScaleActionFrequencyMillis(@Nullable Duration minTriggerScaleActionFrequencyMillis);

        /** The same, in milliseconds. */
        default Builder minTriggerScaleActionFrequencyMillis(long millis) {
            return minTriggerScaleActionFrequencyMillis(Duration.ofMillis(millis));
        }

        /** How often the lag is measured. Longer than zero. Written as milliseconds. Druid's default: 30 s. */
        Builder lagCollectionIntervalMillis(@Nullable Duration lagCollectionIntervalMillis);

        /** The same, in milliseconds. */
        default Builder lagCollectionIntervalMillis(long millis) {
            return lagCollectionIntervalMillis(Duration.ofMillis(millis));
        }

        /** How far back measured lags are looked at. Not negative. Written as milliseconds. Druid's default: 10 minutes. */
        Builder lagCollectionRangeMillis(@Nullable Duration lagCollectionRangeMillis);

        /** The same, in milliseconds. */
        default Builder lagCollectionRangeMillis(long millis) {
            return lagCollectionRangeMillis(Duration.ofMillis(millis));
        }

        /** The lag above which tasks are wanting. Druid's default: 6,000,000. */
        Builder scaleOutThreshold(@Nullable Long scaleOutThreshold);

        /** The same; for a literal without the {@code L}. */
        default Builder scaleOutThreshold(long scaleOutThreshold) {
            return scaleOutThreshold(Long.valueOf(scaleOutThreshold));
        }

        /**
         * The share of measurements above {@link #scaleOutThreshold} that adds tasks. From 0 to 1. Druid's default:
         * 0.3.
         */
        Builder triggerScaleOutFractionThreshold(@Nullable Double triggerScaleOutFractionThreshold);

        /** The same; for a literal of another type. */
        default Builder triggerScaleOutFractionThreshold(double triggerScaleOutFractionThreshold) {
            return triggerScaleOutFractionThreshold(Double.valueOf(triggerScaleOutFractionThreshold));
        }

        /** The lag below which tasks are too many. Druid's default: 1,000,000. */
        Builder scaleInThreshold(@Nullable Long scaleInThreshold);

        /** The same; for a literal without the {@code L}. */
        default Builder scaleInThreshold(long scaleInThreshold) {
            return scaleInThreshold(Long.valueOf(scaleInThreshold));
        }

        /**
         * The share of measurements below {@link #scaleInThreshold} that takes tasks away. From 0 to 1. Druid's
         * default: 0.9.
         */
        Builder triggerScaleInFractionThreshold(@Nullable Double triggerScaleInFractionThreshold);

        /** The same; for a literal of another type. */
        default Builder triggerScaleInFractionThreshold(double triggerScaleInFractionThreshold) {
            return triggerScaleInFractionThreshold(Double.valueOf(triggerScaleInFractionThreshold));
        }

        /**
         * How long after the start of the supervisor to look first. Written as milliseconds. Druid's default: 5
         * minutes.
         */
        Builder scaleActionStartDelayMillis(@Nullable Duration scaleActionStartDelayMillis);

        /** The same, in milliseconds. */
        default Builder scaleActionStartDelayMillis(long millis) {
            return scaleActionStartDelayMillis(Duration.ofMillis(millis));
        }

        /** How often to look. Longer than zero. Written as milliseconds. Druid's default: 1 minute. */
        Builder scaleActionPeriodMillis(@Nullable Duration scaleActionPeriodMillis);

        /** The same, in milliseconds. */
        default Builder scaleActionPeriodMillis(long millis) {
            return scaleActionPeriodMillis(Duration.ofMillis(millis));
        }

        /** Tasks taken away at one time. Not negative. Druid's default: 1. */
        Builder scaleInStep(@Nullable Integer scaleInStep);

        /** Tasks added at one time. Not negative. Druid's default: 2. */
        Builder scaleOutStep(@Nullable Integer scaleOutStep);

        /**
         * How the lags of all partitions become one number. Druid's default: {@code SUM}; with Kinesis, {@code MAX}.
         */
        Builder lagAggregate(@Nullable AggregateFunction lagAggregate);

        @Override
        default LagBasedAutoScalerConfig build() {
            return Specs.complete(((ImmutableLagBasedAutoScalerConfig.Builder) this).partial());
        }
    }
}
