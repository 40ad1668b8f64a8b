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
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Segments are cut as rows come in, by their number. The only way that can append; no guaranteed rollup.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/native-batch#dynamic-partitioning">dynamic partitioning</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableDynamicPartitionsSpec.Builder.class)
public interface DynamicPartitionsSpec extends PartitionsSpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "dynamic";
    }

    @MinusOneIsNull
    @DruidDefault("5000000")
    @Nullable Integer maxRowsPerSegment();

    @MinusOneIsNull
    @Nullable Long maxTotalRows();

    static DynamicPartitionsSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableDynamicPartitionsSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableDynamicPartitionsSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(maxRowsPerSegment(), at.at("maxRowsPerSegment"));
        Amounts.positive(maxTotalRows(), at.at("maxTotalRows"));
    }

    /** Makes a {@link DynamicPartitionsSpec}. */
    interface Builder extends SpecBuilder<DynamicPartitionsSpec, Builder> {

        /** Rows in one segment at most. Positive. Druid's default: 5,000,000. */
        Builder maxRowsPerSegment(@Nullable Integer maxRowsPerSegment);

        /** Rows waiting to be published at most. Positive. Druid's default: 20,000,000. */
        Builder maxTotalRows(@Nullable Long maxTotalRows);

        /** The same; for a literal without the {@code L}. */
        default Builder maxTotalRows(long maxTotalRows) {
            return maxTotalRows(Long.valueOf(maxTotalRows));
        }

        @Override
        default DynamicPartitionsSpec build() {
            return Specs.complete(((ImmutableDynamicPartitionsSpec.Builder) this).partial());
        }
    }
}
