package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecObject;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How rows become segments: what all {@code tuningConfig}s of batch work share. */
public interface BatchSegmentWriting extends SegmentWriting {

    @DruidDefault("{\"type\": \"dynamic\"}")
    @Nullable PartitionsSpec partitionsSpec();

    @Override
    @DruidDefault("1000000")
    @Nullable Integer maxRowsInMemory();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("0")
    @Nullable Duration pushTimeout();

    @Nullable Long maxTotalRows();

    @Override
    default void check(Findings at) {
        SegmentWriting.super.check(at);
        Amounts.notNegative(pushTimeout(), at.at("pushTimeout"));
        Amounts.positive(maxTotalRows(), at.at("maxTotalRows"));
    }

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>> extends SegmentWriting.Builder<T, B> {

        /** How rows are spread over segments. Druid's default: dynamic. */
        B partitionsSpec(@Nullable PartitionsSpec partitionsSpec);

        /** Rows held in memory before they are written to disk. Positive. Druid's default: 1,000,000. */
        @Override
        B maxRowsInMemory(@Nullable Integer maxRowsInMemory);

        /**
         * How long pushing segments to deep storage may take; zero for ever. Written as milliseconds. Druid's default:
         * 0.
         */
        B pushTimeout(@Nullable Duration pushTimeout);

        /** The same, in milliseconds. */
        default B pushTimeout(long millis) {
            return pushTimeout(Duration.ofMillis(millis));
        }

        /**
         * Deprecated by Druid in favour of {@link DynamicPartitionsSpec.Builder#maxTotalRows}. Rows waiting to be
         * published at most. Not beside {@link #partitionsSpec}.
         */
        B maxTotalRows(@Nullable Long maxTotalRows);

        /** The same; for a literal without the {@code L}. */
        default B maxTotalRows(long maxTotalRows) {
            return maxTotalRows(Long.valueOf(maxTotalRows));
        }
    }
}
