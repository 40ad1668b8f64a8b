package io.druidingest.coordinator;

import io.druidingest.json.DruidDefault;
import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.Specs;
import io.druidingest.tuning.TaskContext;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Identifiers;
import io.druidingest.validation.Violation;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a datasource is compacted automatically.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction</a>
 */
@Family(
        value = {
            @Variant(id = "inline", type = InlineCompactionConfig.class),
            @Variant(id = "catalog", type = CatalogCompactionConfig.class),
            @Variant(id = "reindexCascade", type = ReindexCascadeCompactionConfig.class),
        },
        unknown = UnknownCompactionConfig.class,
        absent = "inline")
public interface CompactionConfig extends SpecObject {

    /** The type id. */
    String type();

    String dataSource();

    @DruidDefault("100000000000000")
    @Nullable Long inputSegmentSizeBytes();

    @DruidDefault("25")
    @Nullable Integer taskPriority();

    @Nullable TaskContext taskContext();

    /** How a datasource is compacted, all said here; {@code more} says how. */
    static CompactionConfig inline(String dataSource, UnaryOperator<InlineCompactionConfig.Builder> more) {
        return InlineCompactionConfig.of(b -> more.apply(b.dataSource(dataSource)));
    }

    /** How a datasource is compacted, as Druid's catalog tells. */
    static CompactionConfig catalog(String dataSource) {
        return CatalogCompactionConfig.of(b -> b.dataSource(dataSource));
    }

    /** How a datasource is reindexed in steps as it grows older; {@code more} has required properties too. */
    static CompactionConfig reindexCascade(
            String dataSource, UnaryOperator<ReindexCascadeCompactionConfig.Builder> more) {
        return ReindexCascadeCompactionConfig.of(b -> more.apply(b.dataSource(dataSource)));
    }

    @Override
    default String label() {
        String dataSource = dataSource();
        return dataSource == null ? SpecObject.super.label() : SpecObject.super.label() + " \"" + dataSource + "\"";
    }

    @Override
    default void check(Findings at) {
        Identifiers.check(dataSource(), at.at("dataSource"));
        Amounts.notNegative(inputSegmentSizeBytes(), at.at("inputSegmentSizeBytes"));
    }

    /** What Druid accepts here and users usually regret. */
    default List<Violation> warnings() {
        return Specs.warnings(this);
    }

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /** The datasource to compact. Required. */
        B dataSource(String dataSource);

        /**
         * Bytes of segments that one task compacts at most; larger time chunks are passed over. Druid's default:
         * 100,000,000,000,000.
         */
        B inputSegmentSizeBytes(@Nullable Long inputSegmentSizeBytes);

        /** The same; for a literal without the {@code L}. */
        default B inputSegmentSizeBytes(long inputSegmentSizeBytes) {
            return inputSegmentSizeBytes(Long.valueOf(inputSegmentSizeBytes));
        }

        /** The priority of the tasks. Druid's default: 25. */
        B taskPriority(@Nullable Integer taskPriority);

        /** The context of the tasks. */
        B taskContext(@Nullable TaskContext taskContext);

        /** The same, built here. */
        default B taskContext(UnaryOperator<TaskContext.Builder> b) {
            return taskContext(TaskContext.of(b));
        }
    }
}
