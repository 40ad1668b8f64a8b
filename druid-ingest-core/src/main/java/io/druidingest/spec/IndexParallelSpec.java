package io.druidingest.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The three parts of a batch load.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch">native batch ingestion</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIndexParallelSpec.Builder.class)
public interface IndexParallelSpec extends IngestionSpec {

    IndexParallelIOConfig ioConfig();

    @DruidDefault("{\"type\": \"index_parallel\"}")
    @Nullable IndexParallelTuningConfig tuningConfig();

    static IndexParallelSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIndexParallelSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIndexParallelSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        BatchLoad.check(dataSchema(), ioConfig(), tuningConfig(), at);
        IndexParallelTuningConfig tuning = tuningConfig();
        PartitionsSpec partitions = tuning == null ? null : tuning.partitionsSpec();
        String kind = partitions == null ? "dynamic" : partitions.type();
        boolean range = List.of("range", "single_dim", "dimension").contains(kind);
        if (!range && ioConfig().inputSource().type().equals("combining") && !isParallel(tuning)) {
            at.at("ioConfig")
                    .at("inputSource")
                    .report(
                            Rules.COMBINING_IN_PARALLEL,
                            "is combining, which fails a task without sub-tasks; set"
                                    + " tuningConfig.maxNumConcurrentSubTasks to 2 or more");
        }
        if (range && ioConfig().inputSource().type().equals("inline")) {
            at.at("tuningConfig")
                    .at("partitionsSpec")
                    .report(
                            Rules.RANGE_NEEDS_FILES,
                            "is " + kind
                                    + ", and ioConfig.inputSource is inline, which cannot be split; read files, or use"
                                    + " PartitionsSpec.hashed(..)");
        }
    }

    private static boolean isParallel(@Nullable IndexParallelTuningConfig tuning) {
        return tuning != null && (isMany(tuning.maxNumConcurrentSubTasks()) || isMany(tuning.maxNumSubTasks()));
    }

    private static boolean isMany(@Nullable Integer subTasks) {
        return subTasks != null && subTasks > 1;
    }

    /** Makes an {@link IndexParallelSpec}. */
    interface Builder extends IngestionSpec.Builder<IndexParallelSpec, Builder> {

        /** What is read. Required. */
        Builder ioConfig(IndexParallelIOConfig ioConfig);

        /** How the work is done. Druid's defaults where absent. */
        Builder tuningConfig(@Nullable IndexParallelTuningConfig tuningConfig);

        @Override
        default IndexParallelSpec build() {
            return Specs.complete(((ImmutableIndexParallelSpec.Builder) this).partial());
        }
    }
}
