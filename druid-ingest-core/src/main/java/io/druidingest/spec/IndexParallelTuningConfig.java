package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
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
 * How a batch load does its work.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#tuningconfig">tuningConfig</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIndexParallelTuningConfig.Builder.class)
public interface IndexParallelTuningConfig extends BatchTuningConfig, SubTasking {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "index_parallel";
    }

    @Nullable Integer maxNumSubTasks();

    @DruidDefault("-1")
    @Nullable Integer maxAllowedLockCount();

    static IndexParallelTuningConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIndexParallelTuningConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIndexParallelTuningConfig.Builder().from(this);
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

    /** What the former name says comes back by the newer one. */
    @Override
    default void normalize(ObjectNode json) {
        BatchTuningConfig.super.normalize(json);
        JsonNode former = json.remove("maxNumSubTasks");
        if (former != null) {
            json.set("maxNumConcurrentSubTasks", former);
        }
    }

    /** Makes an {@link IndexParallelTuningConfig}. */
    interface Builder
            extends BatchTuningConfig.Builder<IndexParallelTuningConfig, Builder>,
                    SubTasking.Builder<IndexParallelTuningConfig, Builder> {

        /**
         * Deprecated by Druid in favour of {@link #maxNumConcurrentSubTasks}. The former name of {@link
         * #maxNumConcurrentSubTasks}.
         */
        Builder maxNumSubTasks(@Nullable Integer maxNumSubTasks);

        /** Locks that the task may take before it fails; -1 for no limit. Druid's default: -1. */
        Builder maxAllowedLockCount(@Nullable Integer maxAllowedLockCount);

        @Override
        default IndexParallelTuningConfig build() {
            return Specs.complete(((ImmutableIndexParallelTuningConfig.Builder) this).partial());
        }
    }
}
