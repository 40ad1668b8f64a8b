package io.druidingest.tuning;

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
 * Weighs lag against idle tasks and runs the number of tasks that costs least. Newer than Druid 33, which reads it as
 * {@code lagBased} without a word.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor#task-autoscaler">task autoscaler</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCostBasedAutoScalerConfig.Builder.class)
public interface CostBasedAutoScalerConfig extends AutoScalerConfig, AutoScaling {

    @Override
    @JsonProperty("autoScalerStrategy")
    default String autoScalerStrategy() {
        return "costBased";
    }

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("300000")
    @Nullable Duration minTriggerScaleActionFrequencyMillis();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("600000")
    @Nullable Duration scaleActionPeriodMillis();

    @DruidDefault("0.25")
    @Nullable Double lagWeight();

    @DruidDefault("0.75")
    @Nullable Double idleWeight();

    @DruidDefault("false")
    @Nullable Boolean useTaskCountBoundaries();

    @DruidDefault("-1")
    @Nullable Integer highLagThreshold();

    @DruidDefault("\"PT30M\"")
    @Nullable Duration minScaleDownDelay();

    @DruidDefault("false")
    @Nullable Boolean scaleDownDuringTaskRolloverOnly();

    static CostBasedAutoScalerConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCostBasedAutoScalerConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCostBasedAutoScalerConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        AutoScaling.super.check(at);
        if (Boolean.TRUE.equals(enableTaskAutoScaler())) {
            Amounts.positive(scaleActionPeriodMillis(), at.at("scaleActionPeriodMillis"));
        }
        Amounts.notNegative(lagWeight(), at.at("lagWeight"));
        Amounts.notNegative(idleWeight(), at.at("idleWeight"));
        Amounts.notNegative(minScaleDownDelay(), at.at("minScaleDownDelay"));
    }

    /** Makes a {@link CostBasedAutoScalerConfig}. */
    interface Builder extends AutoScaling.Builder<CostBasedAutoScalerConfig, Builder> {

        /** Time between two changes at least. Written as milliseconds. Druid's default: 5 minutes. */
        Builder minTriggerScaleActionFrequencyMillis(@Nullable Duration minTriggerScaleActionFrequencyMillis);

        /** The same, in milliseconds. */
        default Builder minTriggerScaleActionFrequencyMillis(long millis) {
            return minTriggerScaleActionFrequencyMillis(Duration.ofMillis(millis));
        }

        /** How often to look. Longer than zero. Written as milliseconds. Druid's default: 10 minutes. */
        Builder scaleActionPeriodMillis(@Nullable Duration scaleActionPeriodMillis);

        /** The same, in milliseconds. */
        default Builder scaleActionPeriodMillis(long millis) {
            return scaleActionPeriodMillis(Duration.ofMillis(millis));
        }

        /** What lag weighs. Not negative. Druid's default: 0.25. */
        Builder lagWeight(@Nullable Double lagWeight);

        /** The same; for a literal of another type. */
        default Builder lagWeight(double lagWeight) {
            return lagWeight(Double.valueOf(lagWeight));
        }

        /** What idle time weighs. Not negative. Druid's default: 0.75. */
        Builder idleWeight(@Nullable Double idleWeight);

        /** The same; for a literal of another type. */
        default Builder idleWeight(double idleWeight) {
            return idleWeight(Double.valueOf(idleWeight));
        }

        /** Whether only numbers near the present one are considered, which avoids jumps. Druid's default: false. */
        Builder useTaskCountBoundaries(@Nullable Boolean useTaskCountBoundaries);

        /** The average lag of a partition from which tasks are added faster; -1 for never. Druid's default: -1. */
        Builder highLagThreshold(@Nullable Integer highLagThreshold);

        /** Time between two reductions at least. Druid's default: {@code PT30M}. */
        Builder minScaleDownDelay(@Nullable Duration minScaleDownDelay);

        /** Whether tasks are taken away only when tasks end anyway. Druid's default: false. */
        Builder scaleDownDuringTaskRolloverOnly(@Nullable Boolean scaleDownDuringTaskRolloverOnly);

        @Override
        default CostBasedAutoScalerConfig build() {
            return Specs.complete(((ImmutableCostBasedAutoScalerConfig.Builder) this).partial());
        }
    }
}
