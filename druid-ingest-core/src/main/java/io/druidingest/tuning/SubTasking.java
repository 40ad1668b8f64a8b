package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How batch work is shared among sub-tasks. */
public interface SubTasking extends SpecObject {

    @DruidDefault("1")
    @Nullable Integer maxNumConcurrentSubTasks();

    @DruidDefault("3")
    @Nullable Integer maxRetry();

    @DruidDefault("100")
    @Nullable Integer maxNumSegmentsToMerge();

    @DruidDefault("10")
    @Nullable Integer totalNumMergeTasks();

    @Nullable SplitHintSpec splitHintSpec();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("1000")
    @Nullable Duration taskStatusCheckPeriodMs();

    @DruidDefault("\"PT10S\"")
    @Nullable Duration chatHandlerTimeout();

    @DruidDefault("5")
    @Nullable Integer chatHandlerNumRetries();

    @Override
    default void check(Findings at) {
        Amounts.positive(maxNumConcurrentSubTasks(), at.at("maxNumConcurrentSubTasks"));
        Amounts.notNegative(maxRetry(), at.at("maxRetry"));
        Amounts.positive(maxNumSegmentsToMerge(), at.at("maxNumSegmentsToMerge"));
        Amounts.positive(totalNumMergeTasks(), at.at("totalNumMergeTasks"));
        Amounts.positive(taskStatusCheckPeriodMs(), at.at("taskStatusCheckPeriodMs"));
        Amounts.notNegative(chatHandlerTimeout(), at.at("chatHandlerTimeout"));
        Amounts.notNegative(chatHandlerNumRetries(), at.at("chatHandlerNumRetries"));
    }

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /** Sub-tasks at one time; 1 runs everything in the task itself. Positive. Druid's default: 1. */
        B maxNumConcurrentSubTasks(@Nullable Integer maxNumConcurrentSubTasks);

        /** How often a failed sub-task is tried again. Not negative. Druid's default: 3. */
        B maxRetry(@Nullable Integer maxRetry);

        /** Partial segments that one merging sub-task takes at most. Positive. Druid's default: 100. */
        B maxNumSegmentsToMerge(@Nullable Integer maxNumSegmentsToMerge);

        /** Sub-tasks that merge partial segments. Positive. Druid's default: 10. */
        B totalNumMergeTasks(@Nullable Integer totalNumMergeTasks);

        /** How input is cut into the shares of sub-tasks. Druid's default: as the input source says. */
        B splitHintSpec(@Nullable SplitHintSpec splitHintSpec);

        /** How often running sub-tasks are looked at. Positive. Written as milliseconds. Druid's default: 1 s. */
        B taskStatusCheckPeriodMs(@Nullable Duration taskStatusCheckPeriodMs);

        /** The same, in milliseconds. */
        default B taskStatusCheckPeriodMs(long millis) {
            return taskStatusCheckPeriodMs(Duration.ofMillis(millis));
        }

        /** How long a sub-task waits for the task's answer. Druid's default: {@code PT10S}. */
        B chatHandlerTimeout(@Nullable Duration chatHandlerTimeout);

        /** How often a sub-task asks again. Not negative. Druid's default: 5. */
        B chatHandlerNumRetries(@Nullable Integer chatHandlerNumRetries);
    }
}
