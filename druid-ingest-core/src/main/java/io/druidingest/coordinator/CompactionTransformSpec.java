package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.query.Filter;
import io.druidingest.query.VirtualColumn;
import io.druidingest.validation.Findings;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which rows compaction keeps.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/automatic-compaction-api">automatic compaction</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCompactionTransformSpec.Builder.class)
public interface CompactionTransformSpec extends SpecObject {

    @Nullable Filter filter();

    List<VirtualColumn> virtualColumns();

    static CompactionTransformSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCompactionTransformSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCompactionTransformSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        VirtualColumn.check(virtualColumns(), at.at("virtualColumns"));
    }

    /** Makes a {@link CompactionTransformSpec}. */
    interface Builder extends SpecBuilder<CompactionTransformSpec, Builder> {

        /** The rows that are kept. Druid's default: all. */
        Builder filter(@Nullable Filter filter);

        /**
         * Columns that are computed for the filter. None by default. For the multi-stage query engine. Since Druid 36.
         */
        Builder virtualColumns(Iterable<? extends VirtualColumn> virtualColumns);

        /** The same, listed. */
        default Builder virtualColumns(VirtualColumn... virtualColumns) {
            return virtualColumns(Arrays.asList(virtualColumns));
        }

        @Override
        default CompactionTransformSpec build() {
            return Specs.complete(((ImmutableCompactionTransformSpec.Builder) this).partial());
        }
    }
}
