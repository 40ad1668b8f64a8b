package io.druidingest.coordinator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Bytes;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Intervals with the most uncompacted small segments first. Since Druid 35.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMostFragmentedFirstCompactionPolicy.Builder.class)
public interface MostFragmentedFirstCompactionPolicy extends CompactionPolicy {

    @Override
    @JsonProperty(value = "type", required = true)
    default String type() {
        return "mostFragmentedFirst";
    }

    @DruidDefault("100")
    @Nullable Integer minUncompactedCount();

    @DruidDefault("10485760")
    @Nullable Bytes minUncompactedBytes();

    @DruidDefault("2147483648")
    @Nullable Bytes maxAverageUncompactedBytesPerSegment();

    @DruidDefault("0")
    @Nullable Integer minUncompactedBytesPercentForFullCompaction();

    @DruidDefault("0")
    @Nullable Integer minUncompactedRowsPercentForFullCompaction();

    @Nullable String priorityDatasource();

    static MostFragmentedFirstCompactionPolicy of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMostFragmentedFirstCompactionPolicy.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMostFragmentedFirstCompactionPolicy.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(minUncompactedCount(), at.at("minUncompactedCount"));
        percent(minUncompactedBytesPercentForFullCompaction(), at.at("minUncompactedBytesPercentForFullCompaction"));
        percent(minUncompactedRowsPercentForFullCompaction(), at.at("minUncompactedRowsPercentForFullCompaction"));
    }

    private static void percent(@Nullable Integer share, Findings at) {
        if (share != null && (share < 0 || share >= 100)) {
            at.report(Rules.NOT_A_PERCENTAGE, "is " + share + "; make it 0 to 99");
        }
    }

    /** Makes a {@link MostFragmentedFirstCompactionPolicy}. */
    interface Builder extends SpecBuilder<MostFragmentedFirstCompactionPolicy, Builder> {

        /** Uncompacted segments that an interval needs. Positive. Druid's default: 100. */
        Builder minUncompactedCount(@Nullable Integer minUncompactedCount);

        /** Uncompacted bytes that an interval needs. Druid's default: 10 MiB. */
        Builder minUncompactedBytes(@Nullable Bytes minUncompactedBytes);

        /** The same, as text, for example {@code 512MiB}. */
        default Builder minUncompactedBytes(String minUncompactedBytes) {
            return minUncompactedBytes(Bytes.of(minUncompactedBytes));
        }

        /** The same, as a number. */
        default Builder minUncompactedBytes(long minUncompactedBytes) {
            return minUncompactedBytes(Bytes.of(minUncompactedBytes));
        }

        /**
         * The average size of uncompacted segments up to which an interval counts. Positive. Druid's default: 2 GiB.
         */
        Builder maxAverageUncompactedBytesPerSegment(@Nullable Bytes maxAverageUncompactedBytesPerSegment);

        /** The same, as text, for example {@code 512MiB}. */
        default Builder maxAverageUncompactedBytesPerSegment(String maxAverageUncompactedBytesPerSegment) {
            return maxAverageUncompactedBytesPerSegment(Bytes.of(maxAverageUncompactedBytesPerSegment));
        }

        /** The same, as a number. */
        default Builder maxAverageUncompactedBytesPerSegment(long maxAverageUncompactedBytesPerSegment) {
            return maxAverageUncompactedBytesPerSegment(Bytes.of(maxAverageUncompactedBytesPerSegment));
        }

        /**
         * The share of uncompacted bytes in percent from which on a whole interval is compacted, not only its new
         * segments. 0 to 99. Druid's default: 0. Since Druid 37.
         */
        Builder minUncompactedBytesPercentForFullCompaction(
                @Nullable Integer minUncompactedBytesPercentForFullCompaction);

        /** The same of rows. 0 to 99. Druid's default: 0. Since Druid 37. */
        Builder minUncompactedRowsPercentForFullCompaction(
                @Nullable Integer minUncompactedRowsPercentForFullCompaction);

        /** A datasource that comes before all others. */
        Builder priorityDatasource(@Nullable String priorityDatasource);

        @Override
        default MostFragmentedFirstCompactionPolicy build() {
            return Specs.complete(((ImmutableMostFragmentedFirstCompactionPolicy.Builder) this).partial());
        }
    }
}
