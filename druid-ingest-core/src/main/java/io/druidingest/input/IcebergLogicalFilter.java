package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Files that pass all of some filters, or any.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#iceberg-filter-object">Iceberg filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIcebergLogicalFilter.Builder.class)
public interface IcebergLogicalFilter extends IcebergFilter {

    List<IcebergFilter> filters();

    static IcebergLogicalFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIcebergLogicalFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIcebergLogicalFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (filters().isEmpty()) {
            at.at("filters").report(Rules.NO_FILTERS, "is empty; give at least one filter");
        }
    }

    /** Makes an {@link IcebergLogicalFilter}. */
    interface Builder extends SpecBuilder<IcebergLogicalFilter, Builder> {

        /** The type id: {@code and} or {@code or}. Required. */
        Builder type(String type);

        /** The filters. At least one. */
        Builder filters(Iterable<? extends IcebergFilter> filters);

        /** The same, listed. */
        default Builder filters(IcebergFilter... filters) {
            return filters(Arrays.asList(filters));
        }

        @Override
        default IcebergLogicalFilter build() {
            return Specs.complete(((ImmutableIcebergLogicalFilter.Builder) this).partial());
        }
    }
}
