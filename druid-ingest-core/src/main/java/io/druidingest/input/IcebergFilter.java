package io.druidingest.input;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * Which data files an {@link IcebergInputSource} reads.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#iceberg-filter-object">Iceberg filters</a>
 */
@Family(
        value = {
            @Variant(id = "and", type = IcebergLogicalFilter.class),
            @Variant(id = "or", type = IcebergLogicalFilter.class),
            @Variant(id = "not", type = IcebergNotFilter.class),
            @Variant(id = "equals", type = IcebergEqualsFilter.class),
            @Variant(id = "interval", type = IcebergIntervalFilter.class),
            @Variant(id = "range", type = IcebergRangeFilter.class),
            @Variant(id = "timeWindow", type = IcebergTimeWindowFilter.class),
        },
        unknown = UnknownIcebergFilter.class)
public interface IcebergFilter extends SpecObject {

    /** The type id. */
    String type();

    /** All of them. */
    static IcebergFilter and(IcebergFilter... filters) {
        return IcebergLogicalFilter.of(b -> b.type("and").filters(filters));
    }

    /** Any of them. */
    static IcebergFilter or(IcebergFilter... filters) {
        return IcebergLogicalFilter.of(b -> b.type("or").filters(filters));
    }

    /** All but those. */
    static IcebergFilter not(IcebergFilter filter) {
        return IcebergNotFilter.of(b -> b.filter(filter));
    }

    /** A value in a column. */
    static IcebergFilter equals(String filterColumn, String filterValue) {
        return IcebergEqualsFilter.of(b -> b.filterColumn(filterColumn).filterValue(filterValue));
    }

    /** Times in intervals such as {@code 2026-01-01/2026-02-01}. */
    static IcebergFilter interval(String filterColumn, String... intervals) {
        return IcebergIntervalFilter.of(b -> b.filterColumn(filterColumn).intervals(intervals));
    }

    /** Values between bounds. */
    static IcebergFilter range(String filterColumn, UnaryOperator<IcebergRangeFilter.Builder> bounds) {
        return IcebergRangeFilter.of(b -> bounds.apply(b.filterColumn(filterColumn)));
    }

    /** Times around now. Since Druid 35. */
    static IcebergFilter timeWindow(String filterColumn, UnaryOperator<IcebergTimeWindowFilter.Builder> more) {
        return IcebergTimeWindowFilter.of(b -> more.apply(b.filterColumn(filterColumn)));
    }
}
