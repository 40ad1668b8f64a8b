package io.druidingest.tuning;

import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How rows become segments: what all {@code tuningConfig}s share. */
public interface SegmentWriting extends SpecObject {

    @Nullable Integer maxRowsInMemory();

    @DruidDefault("0")
    @Nullable Long maxBytesInMemory();

    @DruidDefault("0")
    @Nullable Integer maxPendingPersists();

    @DruidDefault("-1")
    @Nullable Integer maxColumnsToMerge();

    @Nullable IndexSpec indexSpec();

    @DruidDefault(follows = "indexSpec")
    @Nullable IndexSpec indexSpecForIntermediatePersists();

    @DruidDefault("{\"type\": \"onheap\"}")
    @Nullable AppendableIndexSpec appendableIndexSpec();

    @Nullable SegmentWriteOutMediumFactory segmentWriteOutMediumFactory();

    @Override
    default void check(Findings at) {
        Amounts.positive(maxRowsInMemory(), at.at("maxRowsInMemory"));
        Amounts.notNegative(maxPendingPersists(), at.at("maxPendingPersists"));
    }

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /** Rows held in memory before they are written to disk. Positive. */
        B maxRowsInMemory(@Nullable Integer maxRowsInMemory);

        /**
         * Bytes of heap held before rows are written to disk; 0 for a sixth of the heap, -1 for no limit. Druid's
         * default: 0.
         */
        B maxBytesInMemory(@Nullable Long maxBytesInMemory);

        /** The same; for a literal without the {@code L}. */
        default B maxBytesInMemory(long maxBytesInMemory) {
            return maxBytesInMemory(Long.valueOf(maxBytesInMemory));
        }

        /** Writes to disk that may wait before reading stops. Not negative. Druid's default: 0. */
        B maxPendingPersists(@Nullable Integer maxPendingPersists);

        /** Columns merged in one phase, which bounds memory; -1 for no limit. Druid's default: -1. */
        B maxColumnsToMerge(@Nullable Integer maxColumnsToMerge);

        /** How columns are stored. */
        B indexSpec(@Nullable IndexSpec indexSpec);

        /** The same, built here. */
        default B indexSpec(UnaryOperator<IndexSpec.Builder> b) {
            return indexSpec(IndexSpec.of(b));
        }

        /** How columns are stored in what is written between. Druid's default: as {@link #indexSpec} says. */
        B indexSpecForIntermediatePersists(@Nullable IndexSpec indexSpecForIntermediatePersists);

        /** The same, built here. */
        default B indexSpecForIntermediatePersists(UnaryOperator<IndexSpec.Builder> b) {
            return indexSpecForIntermediatePersists(IndexSpec.of(b));
        }

        /** Where rows are collected. Druid's default: on the heap. */
        B appendableIndexSpec(@Nullable AppendableIndexSpec appendableIndexSpec);

        /** Where segments are put together. Druid's default: what the cluster is set to. */
        B segmentWriteOutMediumFactory(@Nullable SegmentWriteOutMediumFactory segmentWriteOutMediumFactory);
    }
}
