package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.MinusOneIsNull;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Segments hold ranges of the values of one dimension: the form of {@link RangePartitionsSpec} that came first.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#single-dimension-range-partitioning">single-dimension range partitioning</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSingleDimPartitionsSpec.Builder.class)
public interface SingleDimPartitionsSpec extends PartitionsSpec {

    @Nullable String partitionDimension();

    @MinusOneIsNull
    @JsonAlias("targetPartitionSize")
    @Nullable Integer targetRowsPerSegment();

    @MinusOneIsNull
    @JsonAlias("maxPartitionSize")
    @Nullable Integer maxRowsPerSegment();

    @DruidDefault("false")
    @Nullable Boolean assumeGrouped();

    static SingleDimPartitionsSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSingleDimPartitionsSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSingleDimPartitionsSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(targetRowsPerSegment(), at.at("targetRowsPerSegment"));
        Amounts.positive(maxRowsPerSegment(), at.at("maxRowsPerSegment"));
        if ((targetRowsPerSegment() == null) == (maxRowsPerSegment() == null)) {
            at.report(Rules.ONE_PARTITION_SIZE, "needs exactly one of targetRowsPerSegment and maxRowsPerSegment");
        }
    }

    /** Makes a {@link SingleDimPartitionsSpec}. */
    interface Builder extends SpecBuilder<SingleDimPartitionsSpec, Builder> {

        /** The type id: {@code single_dim} or {@code dimension}. Required. */
        Builder type(String type);

        /** The dimension to cut by. Batch loads need it. */
        Builder partitionDimension(@Nullable String partitionDimension);

        /** Rows in one segment, about. Positive. Exactly one of this and {@link #maxRowsPerSegment} is needed. */
        Builder targetRowsPerSegment(@Nullable Integer targetRowsPerSegment);

        /** Rows in one segment at most. Positive. Excludes {@link #targetRowsPerSegment}. */
        Builder maxRowsPerSegment(@Nullable Integer maxRowsPerSegment);

        /** Whether the input has no two rows that rollup would merge, which saves a pass. Druid's default: false. */
        Builder assumeGrouped(@Nullable Boolean assumeGrouped);

        @Override
        default SingleDimPartitionsSpec build() {
            return Specs.complete(((ImmutableSingleDimPartitionsSpec.Builder) this).partial());
        }
    }
}
