package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.ServerAdds;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.tuning.SubTasking;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a compaction does its work.
 *
 * @see <a href="https://druid.apache.org/docs/latest/data-management/manual-compaction">manual compaction</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds("maxAllowedLockCount")
@JsonDeserialize(builder = ImmutableCompactionTuningConfig.Builder.class)
public interface CompactionTuningConfig extends BatchTuningConfig, SubTasking {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "compaction";
    }

    @Nullable Integer maxNumSubTasks();

    static CompactionTuningConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCompactionTuningConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCompactionTuningConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        BatchTuningConfig.super.check(at);
        SubTasking.super.check(at);
        Amounts.positive(maxNumSubTasks(), at.at("maxNumSubTasks"));
        if (maxNumSubTasks() != null && maxNumConcurrentSubTasks() != null) {
            at.at("maxNumSubTasks")
                    .report(
                            Rules.ONE_SUB_TASK_COUNT,
                            "stands beside maxNumConcurrentSubTasks, its newer name; drop it");
        }
    }

    /** Makes a {@link CompactionTuningConfig}. */
    interface Builder
            extends BatchTuningConfig.Builder<CompactionTuningConfig, Builder>,
                    SubTasking.Builder<CompactionTuningConfig, Builder> {

        /**
         * Deprecated by Druid in favour of {@link #maxNumConcurrentSubTasks}. The former name of {@link
         * #maxNumConcurrentSubTasks}.
         */
        Builder maxNumSubTasks(@Nullable Integer maxNumSubTasks);

        @Override
        default CompactionTuningConfig build() {
            return Specs.complete(((ImmutableCompactionTuningConfig.Builder) this).partial());
        }
    }
}
