package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.MinusOneIsNull;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Rows are spread over the segments of a time chunk by the hash of some dimensions. Needs {@code
 * forceGuaranteedRollup}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#hash-based-partitioning">hash-based partitioning</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableHashedPartitionsSpec.Builder.class)
public interface HashedPartitionsSpec extends PartitionsSpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "hashed";
    }

    List<String> partitionDimensions();

    @MinusOneIsNull
    @JsonAlias({"maxRowsPerSegment", "targetPartitionSize"})
    @DruidDefault("5000000")
    @Nullable Integer targetRowsPerSegment();

    @MinusOneIsNull
    @Nullable Integer numShards();

    @DruidDefault("\"murmur3_32_abs\"")
    @Nullable HashPartitionFunction partitionFunction();

    static HashedPartitionsSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableHashedPartitionsSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableHashedPartitionsSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(targetRowsPerSegment(), at.at("targetRowsPerSegment"));
        Amounts.positive(numShards(), at.at("numShards"));
        if (targetRowsPerSegment() != null && numShards() != null) {
            at.report(Rules.ONE_PARTITION_SIZE, "has both targetRowsPerSegment and numShards; keep one");
        }
    }

    /** Makes a {@link HashedPartitionsSpec}. */
    interface Builder extends SpecBuilder<HashedPartitionsSpec, Builder> {

        /** The dimensions to hash. All by default. */
        Builder partitionDimensions(Iterable<String> partitionDimensions);

        /** The same, listed. */
        default Builder partitionDimensions(String... partitionDimensions) {
            return partitionDimensions(Arrays.asList(partitionDimensions));
        }

        /** Rows in one segment, about. Positive. Excludes {@link #numShards}. Druid's default: 5,000,000. */
        Builder targetRowsPerSegment(@Nullable Integer targetRowsPerSegment);

        /** How many segments a time chunk gets. Positive. Excludes {@link #targetRowsPerSegment}. */
        Builder numShards(@Nullable Integer numShards);

        /** The hash; a known one lets queries skip segments. Druid's default: {@code murmur3_32_abs}. */
        Builder partitionFunction(@Nullable HashPartitionFunction partitionFunction);

        @Override
        default HashedPartitionsSpec build() {
            return Specs.complete(((ImmutableHashedPartitionsSpec.Builder) this).partial());
        }
    }
}
