package io.druidingest.tuning;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes the number of tasks that read a stream as the stream needs it.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor#task-autoscaler">task autoscaler</a>
 */
@Family(
        value = {
            @Variant(id = "lagBased", type = LagBasedAutoScalerConfig.class),
            @Variant(id = "costBased", type = CostBasedAutoScalerConfig.class),
        },
        unknown = UnknownAutoScalerConfig.class,
        property = "autoScalerStrategy",
        absent = "lagBased")
public interface AutoScalerConfig extends SpecObject {

    /** The type id. */
    String autoScalerStrategy();

    /** Whether it is on; null where that is not said, or the type does not tell. */
    default @Nullable Boolean enableTaskAutoScaler() {
        return null;
    }

    /** On, with so many tasks at least and at most: more while the stream lags behind. */
    static AutoScalerConfig lagBased(int taskCountMin, int taskCountMax) {
        return lagBased(taskCountMin, taskCountMax, b -> b);
    }

    /** On, with so many tasks at least and at most: more while the stream lags behind; with more to say. */
    static AutoScalerConfig lagBased(
            int taskCountMin, int taskCountMax, UnaryOperator<LagBasedAutoScalerConfig.Builder> more) {
        return LagBasedAutoScalerConfig.of(b -> more.apply(
                b.enableTaskAutoScaler(true).taskCountMin(taskCountMin).taskCountMax(taskCountMax)));
    }

    /** On, with so many tasks at least and at most: as many as cost least. Newer than Druid 33. */
    static AutoScalerConfig costBased(int taskCountMin, int taskCountMax) {
        return costBased(taskCountMin, taskCountMax, b -> b);
    }

    /** On, with so many tasks at least and at most: as many as cost least; with more to say. Newer than Druid 33. */
    static AutoScalerConfig costBased(
            int taskCountMin, int taskCountMax, UnaryOperator<CostBasedAutoScalerConfig.Builder> more) {
        return CostBasedAutoScalerConfig.of(b -> more.apply(
                b.enableTaskAutoScaler(true).taskCountMin(taskCountMin).taskCountMax(taskCountMax)));
    }
}
