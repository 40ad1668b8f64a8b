package io.druidingest.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.input.InputFormat;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.tuning.AutoScalerConfig;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code ioConfig}s of all stream supervisors have in common.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/supervisor#io-configuration">I/O configuration</a>
 */
public interface StreamIOConfig extends SpecObject {

    /** The type id. Druid does not read it here; it is the one of the supervisor. */
    String type();

    InputFormat inputFormat();

    @DruidDefault("1")
    @Nullable Integer taskCount();

    @DruidDefault("1")
    @Nullable Integer replicas();

    @DruidDefault("\"PT1H\"")
    @Nullable Duration taskDuration();

    @DruidDefault("\"PT5S\"")
    @Nullable Duration startDelay();

    @DruidDefault("\"PT30S\"")
    @Nullable Duration period();

    @DruidDefault("\"PT30M\"")
    @Nullable Duration completionTimeout();

    @Nullable Duration lateMessageRejectionPeriod();

    @Nullable Instant lateMessageRejectionStartDateTime();

    @Nullable Duration earlyMessageRejectionPeriod();

    @Nullable AutoScalerConfig autoScalerConfig();

    /** Druid repeats properties by other names, and an autoscaler goes on from the number that it is at. */
    @Override
    default void normalize(ObjectNode json) {
        json.remove("type");
        if (!type().equals("kinesis")) {
            json.remove("useEarliestSequenceNumber");
        }
        if (autoScales()) {
            json.remove("taskCount");
        }
    }

    private boolean autoScales() {
        return autoScalerConfig() != null
                && Boolean.TRUE.equals(autoScalerConfig().enableTaskAutoScaler());
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(taskCount(), at.at("taskCount"));
        Amounts.positive(replicas(), at.at("replicas"));
        StreamChecks.kept(taskDuration(), at.at("taskDuration"));
        StreamChecks.kept(startDelay(), at.at("startDelay"));
        StreamChecks.kept(period(), at.at("period"));
        StreamChecks.kept(completionTimeout(), at.at("completionTimeout"));
        StreamChecks.kept(lateMessageRejectionPeriod(), at.at("lateMessageRejectionPeriod"));
        StreamChecks.kept(earlyMessageRejectionPeriod(), at.at("earlyMessageRejectionPeriod"));
        StreamChecks.longEnough(completionTimeout(), "tasks that publish are killed", at.at("completionTimeout"));
        if (lateMessageRejectionPeriod() != null && lateMessageRejectionStartDateTime() != null) {
            at.at("lateMessageRejectionStartDateTime")
                    .report(Rules.ONE_LATE_REJECTION, "stands beside lateMessageRejectionPeriod; keep one");
        }
        if (taskCount() != null && autoScales()) {
            at.at("taskCount")
                    .report(
                            Rules.TASK_COUNT_AUTOSCALED,
                            "is " + taskCount() + " beside an autoscaler; leave it out, and set taskCountMin and"
                                    + " taskCountStart of autoScalerConfig");
        }
    }

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /** How messages are written. Required. */
        B inputFormat(InputFormat inputFormat);

        /**
         * How many tasks read the same, on different workers, so that one may be lost. Positive. A second one waits
         * for ever where there is one worker only. Druid's default: 1.
         */
        B replicas(@Nullable Integer replicas);

        /**
         * How long a task reads before it publishes its segments and another takes over. Druid's default: {@code
         * PT1H}.
         */
        B taskDuration(@Nullable Duration taskDuration);

        /** How long the supervisor waits before it looks first. Druid's default: {@code PT5S}. */
        B startDelay(@Nullable Duration startDelay);

        /** How often the supervisor looks after its tasks; every second at most. Druid's default: {@code PT30S}. */
        B period(@Nullable Duration period);

        /**
         * How long a task may take to publish. A slower one is killed and its messages are read again, so that too
         * short a time never ends. Druid's default: {@code PT30M}.
         */
        B completionTimeout(@Nullable Duration completionTimeout);

        /**
         * Drops messages that are older than this when the task starts. Excludes {@link
         * #lateMessageRejectionStartDateTime}. Druid's default: none is dropped.
         */
        B lateMessageRejectionPeriod(@Nullable Duration lateMessageRejectionPeriod);

        /**
         * Drops messages from before this time. Excludes {@link #lateMessageRejectionPeriod}. Druid's default: none is
         * dropped.
         */
        B lateMessageRejectionStartDateTime(@Nullable Instant lateMessageRejectionStartDateTime);

        /**
         * Drops messages that are later than the planned end of the task by more than this, also while a task runs
         * longer than planned. Druid's default: none is dropped.
         */
        B earlyMessageRejectionPeriod(@Nullable Duration earlyMessageRejectionPeriod);

        /** Changes the number of tasks as the stream needs it. Druid's default: it stays. */
        B autoScalerConfig(@Nullable AutoScalerConfig autoScalerConfig);
    }
}
