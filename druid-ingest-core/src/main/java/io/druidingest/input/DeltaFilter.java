package io.druidingest.input;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;

/**
 * Which rows a {@link DeltaInputSource} reads.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#delta-filter-object">Delta filters</a>
 */
@Family(
        value = {
            @Variant(id = "=", type = DeltaComparisonFilter.class),
            @Variant(id = ">", type = DeltaComparisonFilter.class),
            @Variant(id = ">=", type = DeltaComparisonFilter.class),
            @Variant(id = "<", type = DeltaComparisonFilter.class),
            @Variant(id = "<=", type = DeltaComparisonFilter.class),
            @Variant(id = "and", type = DeltaLogicalFilter.class),
            @Variant(id = "or", type = DeltaLogicalFilter.class),
            @Variant(id = "not", type = DeltaNotFilter.class),
        },
        unknown = UnknownDeltaFilter.class)
public interface DeltaFilter extends SpecObject {

    /** The type id. */
    String type();

    /** Equal to a value. */
    static DeltaFilter equalTo(String column, String value) {
        return DeltaComparisonFilter.of(b -> b.type("=").column(column).value(value));
    }

    /** Greater than a value. */
    static DeltaFilter greaterThan(String column, String value) {
        return DeltaComparisonFilter.of(b -> b.type(">").column(column).value(value));
    }

    /** Greater than a value, or equal. */
    static DeltaFilter atLeast(String column, String value) {
        return DeltaComparisonFilter.of(b -> b.type(">=").column(column).value(value));
    }

    /** Less than a value. */
    static DeltaFilter lessThan(String column, String value) {
        return DeltaComparisonFilter.of(b -> b.type("<").column(column).value(value));
    }

    /** Less than a value, or equal. */
    static DeltaFilter atMost(String column, String value) {
        return DeltaComparisonFilter.of(b -> b.type("<=").column(column).value(value));
    }

    /** Both. */
    static DeltaFilter and(DeltaFilter one, DeltaFilter other) {
        return DeltaLogicalFilter.of(b -> b.type("and").filters(one, other));
    }

    /** Either. */
    static DeltaFilter or(DeltaFilter one, DeltaFilter other) {
        return DeltaLogicalFilter.of(b -> b.type("or").filters(one, other));
    }

    /** All but those. */
    static DeltaFilter not(DeltaFilter filter) {
        return DeltaNotFilter.of(b -> b.filter(filter));
    }
}
