package io.druidingest.query;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;

/**
 * Says which rows. Where Java has taken the name of a filter, its factory has the nearest: {@code equal} for
 * {@code equals}, {@code isNull} for {@code null}, {@code matchAll} and {@code matchNone} for {@code true} and
 * {@code false}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters">filters</a>
 */
@Family(
        value = {
            @Variant(id = "and", type = AndFilter.class),
            @Variant(id = "or", type = OrFilter.class),
            @Variant(id = "not", type = NotFilter.class),
            @Variant(id = "true", type = ConstantFilter.class),
            @Variant(id = "false", type = ConstantFilter.class),
            @Variant(id = "istrue", type = BooleanTestFilter.class),
            @Variant(id = "isfalse", type = BooleanTestFilter.class),
            @Variant(id = "equals", type = EqualityFilter.class),
            @Variant(id = "null", type = NullFilter.class),
        },
        unknown = UnknownFilter.class)
public interface Filter extends SpecObject {

    /** The type id. */
    String type();

    /** Rows that all of these match. At least one. */
    static Filter and(Filter... fields) {
        return AndFilter.of(b -> b.fields(fields));
    }

    /** Rows that one of these matches. At least one. */
    static Filter or(Filter... fields) {
        return OrFilter.of(b -> b.fields(fields));
    }

    /** Rows that this one does not match. */
    static Filter not(Filter field) {
        return NotFilter.of(b -> b.field(field));
    }

    /** Every row: Druid's {@code true}. */
    static Filter matchAll() {
        return ConstantFilter.of(b -> b.type("true"));
    }

    /** No row: Druid's {@code false}. */
    static Filter matchNone() {
        return ConstantFilter.of(b -> b.type("false"));
    }

    /** Rows of which this one says true, neither false nor unknown. */
    static Filter isTrue(Filter field) {
        return BooleanTestFilter.of(b -> b.type("istrue").field(field));
    }

    /** Rows of which this one says false, neither true nor unknown. */
    static Filter isFalse(Filter field) {
        return BooleanTestFilter.of(b -> b.type("isfalse").field(field));
    }

    /** Rows where the column is this text. */
    static Filter equal(String column, String matchValue) {
        return equal(column, ColumnType.STRING, matchValue);
    }

    /** Rows where the column is this whole number. */
    static Filter equal(String column, long matchValue) {
        return equal(column, ColumnType.LONG, matchValue);
    }

    /** Rows where the column is this number. */
    static Filter equal(String column, double matchValue) {
        return equal(column, ColumnType.DOUBLE, matchValue);
    }

    /** Rows where the column is this value, a list for an array; not null, see {@link #isNull}. */
    static Filter equal(String column, ColumnType matchValueType, Object matchValue) {
        return EqualityFilter.of(
                b -> b.column(column).matchValueType(matchValueType).matchValue(matchValue));
    }

    /** Rows where the column has no value. */
    static Filter isNull(String column) {
        return NullFilter.of(b -> b.column(column));
    }
}
