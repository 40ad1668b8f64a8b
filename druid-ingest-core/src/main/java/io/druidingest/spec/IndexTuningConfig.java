package io.druidingest.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.tuning.PartitionsSpec;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * How a batch load in one task does its work.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch-simple-task">simple task indexing</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIndexTuningConfig.Builder.class)
public interface IndexTuningConfig extends BatchTuningConfig {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "index";
    }

    List<String> partitionDimensions();

    static IndexTuningConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIndexTuningConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIndexTuningConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        BatchTuningConfig.super.check(at);
        PartitionsSpec partitions = partitionsSpec();
        if (partitions != null && !List.of("dynamic", "hashed").contains(partitions.type())) {
            at.at("partitionsSpec")
                    .report(
                            Rules.ONE_TASK_PARTITIONS,
                            "is " + partitions.type() + ", which takes several tasks; use PartitionsSpec.hashed(..), or"
                                    + " index_parallel");
        }
    }

    /** Makes an {@link IndexTuningConfig}. */
    interface Builder extends BatchTuningConfig.Builder<IndexTuningConfig, Builder> {

        /**
         * Deprecated by Druid in favour of {@link #partitionsSpec}. The dimensions to hash, with {@link
         * #forceGuaranteedRollup}. Not beside {@link #partitionsSpec}.
         */
        Builder partitionDimensions(Iterable<String> partitionDimensions);

        /** The same, listed. */
        default Builder partitionDimensions(String... partitionDimensions) {
            return partitionDimensions(Arrays.asList(partitionDimensions));
        }

        @Override
        default IndexTuningConfig build() {
            return Specs.complete(((ImmutableIndexTuningConfig.Builder) this).partial());
        }
    }
}
