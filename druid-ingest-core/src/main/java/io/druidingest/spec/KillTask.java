package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.tuning.TaskContext;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Deletes segments for good that are marked unused.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/delete#kill-task">kill task</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableKillTask.Builder.class)
public interface KillTask extends Task, IntervalTask {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "kill";
    }

    List<String> versions();

    @DruidDefault("100")
    @Nullable Integer batchSize();

    @Nullable Integer limit();

    @Nullable Instant maxUsedStatusLastUpdatedTime();

    static KillTask of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableKillTask.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableKillTask.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        IntervalTask.super.check(at);
        Amounts.positive(batchSize(), at.at("batchSize"));
        Amounts.positive(limit(), at.at("limit"));
        TaskContext context = context();
        if (context != null && context.taskLockType() != null && !Boolean.TRUE.equals(context.useConcurrentLocks())) {
            at.at("context")
                    .at("taskLockType")
                    .report(Rules.LOCK_TYPE, "fails a kill task; leave it out, or set useConcurrentLocks to true");
        }
    }

    /** Makes a {@link KillTask}. */
    interface Builder extends IntervalTask.Builder<KillTask, Builder> {

        /** The versions of segments that are deleted. All by default. Since Druid 29. */
        Builder versions(Iterable<String> versions);

        /** The same, listed. */
        default Builder versions(String... versions) {
            return versions(Arrays.asList(versions));
        }

        /** Segments that are deleted at a time, in one transaction. Positive. Druid's default: 100. */
        Builder batchSize(@Nullable Integer batchSize);

        /** Segments that are deleted at most. Positive. Druid's default: no limit. Since Druid 27. */
        Builder limit(@Nullable Integer limit);

        /** Only segments that were marked unused before. Druid's default: all. Since Druid 29. */
        Builder maxUsedStatusLastUpdatedTime(@Nullable Instant maxUsedStatusLastUpdatedTime);

        @Override
        default KillTask build() {
            return Specs.valid(((ImmutableKillTask.Builder) this).partial());
        }
    }
}
