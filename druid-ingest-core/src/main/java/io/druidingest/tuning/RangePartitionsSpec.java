package io.druidingest.tuning;

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
 * Segments hold ranges of the values of some dimensions, so that filters on them skip segments. Needs {@code
 * forceGuaranteedRollup}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#multi-dimension-range-partitioning">range partitioning</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRangePartitionsSpec.Builder.class)
public interface RangePartitionsSpec extends PartitionsSpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "range";
    }

    List<String> partitionDimensions();

    @MinusOneIsNull
    @Nullable Integer targetRowsPerSegment();

    @MinusOneIsNull
    @Nullable Integer maxRowsPerSegment();

    @DruidDefault("false")
    @Nullable Boolean assumeGrouped();

    static RangePartitionsSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRangePartitionsSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRangePartitionsSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(targetRowsPerSegment(), at.at("targetRowsPerSegment"));
        Amounts.positive(maxRowsPerSegment(), at.at("maxRowsPerSegment"));
        if (partitionDimensions().isEmpty()) {
            at.at("partitionDimensions").report(Rules.PARTITION_DIMENSIONS, "is empty; name the dimensions to cut by");
        }
        if ((targetRowsPerSegment() == null) == (maxRowsPerSegment() == null)) {
            at.report(Rules.ONE_PARTITION_SIZE, "needs exactly one of targetRowsPerSegment and maxRowsPerSegment");
        }
    }

    /** Makes a {@link RangePartitionsSpec}. */
    interface Builder extends SpecBuilder<RangePartitionsSpec, Builder> {

        /** The dimensions to cut by, the most filtered first. At least one. */
        Builder partitionDimensions(Iterable<String> partitionDimensions);

        /** The same, listed. */
        default Builder partitionDimensions(String... partitionDimensions) {
            return partitionDimensions(Arrays.asList(partitionDimensions));
        }

        /** Rows in one segment, about. Positive. Exactly one of this and {@link #maxRowsPerSegment} is needed. */
        Builder targetRowsPerSegment(@Nullable Integer targetRowsPerSegment);

        /** Rows in one segment at most. Positive. Excludes {@link #targetRowsPerSegment}. */
        Builder maxRowsPerSegment(@Nullable Integer maxRowsPerSegment);

        /**
         * Whether the input has no two rows that rollup would merge, which saves a pass. Druid's default: false.
         */
        Builder assumeGrouped(@Nullable Boolean assumeGrouped);

        @Override
        default RangePartitionsSpec build() {
            return Specs.complete(((ImmutableRangePartitionsSpec.Builder) this).partial());
        }
    }
}
