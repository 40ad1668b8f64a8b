package io.druidingest.query;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import io.druidingest.unit.Interval;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says which rows. Where Java has taken the name of a filter, its factory has the nearest: {@code equal} for
 * {@code equals}, {@code isNull} for {@code null}, {@code matchAll} and {@code matchNone} for {@code true} and
 * {@code false}. {@code equal}, {@code range} and {@code inType} compare by type; {@code selector}, {@code bound} and
 * {@code in} compare text.
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
            @Variant(id = "equals", type = EqualsFilter.class),
            @Variant(id = "null", type = NullFilter.class),
            @Variant(id = "range", type = RangeFilter.class),
            @Variant(id = "inType", type = InTypeFilter.class),
            @Variant(id = "arrayContainsElement", type = ArrayContainsElementFilter.class),
            @Variant(id = "selector", type = SelectorFilter.class),
            @Variant(id = "in", type = InFilter.class),
            @Variant(id = "bound", type = BoundFilter.class),
            @Variant(id = "like", type = LikeFilter.class),
            @Variant(id = "regex", type = RegexFilter.class),
            @Variant(id = "search", type = SearchFilter.class),
            @Variant(id = "interval", type = IntervalFilter.class),
            @Variant(id = "columnComparison", type = ColumnComparisonFilter.class),
            @Variant(id = "expression", type = ExpressionFilter.class),
            @Variant(id = "extraction", type = ExtractionFilter.class),
            @Variant(id = "javascript", type = JavascriptFilter.class),
            @Variant(id = "spatial", type = SpatialFilter.class),
            @Variant(id = "bloom", type = BloomFilter.class),
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
        return EqualsFilter.of(
                b -> b.column(column).matchValueType(matchValueType).matchValue(matchValue));
    }

    /** Rows where the column has no value. */
    static Filter isNull(String column) {
        return NullFilter.of(b -> b.column(column));
    }

    /** Rows where the column lies between the ends that are set, compared by type. */
    static Filter range(String column, ColumnType matchValueType, UnaryOperator<RangeFilter.Builder> ends) {
        return RangeFilter.of(b -> ends.apply(b.column(column).matchValueType(matchValueType)));
    }

    /** Rows where the array has this element. */
    static Filter arrayContainsElement(String column, ColumnType elementMatchValueType, Object elementMatchValue) {
        return ArrayContainsElementFilter.of(b ->
                b.column(column).elementMatchValueType(elementMatchValueType).elementMatchValue(elementMatchValue));
    }

    /** Rows where the column is one of these, compared by type. */
    static Filter inType(String column, ColumnType matchValueType, @Nullable Object... values) {
        return InTypeFilter.of(
                b -> b.column(column).matchValueType(matchValueType).values(values));
    }

    /** Rows where the column, as text, is this; null finds rows without a value. */
    static Filter selector(String dimension, @Nullable String value) {
        return SelectorFilter.of(b -> b.dimension(dimension).value(value));
    }

    /** The same, with more to say. */
    static Filter selector(String dimension, @Nullable String value, UnaryOperator<SelectorFilter.Builder> more) {
        return SelectorFilter.of(b -> more.apply(b.dimension(dimension).value(value)));
    }

    /** Rows where the column, as text, is one of these; null among them finds rows without a value. */
    static Filter in(String dimension, @Nullable String... values) {
        return InFilter.of(b -> b.dimension(dimension).values(values));
    }

    /** Rows where the column, as text, is one of the values set. */
    static Filter in(String dimension, UnaryOperator<InFilter.Builder> more) {
        return InFilter.of(b -> more.apply(b.dimension(dimension)));
    }

    /** Rows where the column, as text, lies between the ends that are set. */
    static Filter bound(String dimension, UnaryOperator<BoundFilter.Builder> ends) {
        return BoundFilter.of(b -> ends.apply(b.dimension(dimension)));
    }

    /** Rows where the column is like the SQL pattern. */
    static Filter like(String dimension, String pattern) {
        return LikeFilter.of(b -> b.dimension(dimension).pattern(pattern));
    }

    /** The same, with more to say. */
    static Filter like(String dimension, String pattern, UnaryOperator<LikeFilter.Builder> more) {
        return LikeFilter.of(b -> more.apply(b.dimension(dimension).pattern(pattern)));
    }

    /** Rows where the regular expression is found in the column. */
    static Filter regex(String dimension, String pattern) {
        return RegexFilter.of(b -> b.dimension(dimension).pattern(pattern));
    }

    /** The same, with more to say. */
    static Filter regex(String dimension, String pattern, UnaryOperator<RegexFilter.Builder> more) {
        return RegexFilter.of(b -> more.apply(b.dimension(dimension).pattern(pattern)));
    }

    /** Rows where this is found in the column. */
    static Filter search(String dimension, SearchQuerySpec query) {
        return SearchFilter.of(b -> b.dimension(dimension).query(query));
    }

    /** The same, with more to say. */
    static Filter search(String dimension, SearchQuerySpec query, UnaryOperator<SearchFilter.Builder> more) {
        return SearchFilter.of(b -> more.apply(b.dimension(dimension).query(query)));
    }

    /** Rows where the column of milliseconds lies in one of these intervals. */
    static Filter interval(String dimension, Interval... intervals) {
        return IntervalFilter.of(b -> b.dimension(dimension).intervals(intervals));
    }

    /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
    static Filter interval(String dimension, String... intervals) {
        return IntervalFilter.of(b -> b.dimension(dimension).intervals(intervals));
    }

    /** The same, with more to say. */
    static Filter interval(String dimension, UnaryOperator<IntervalFilter.Builder> more) {
        return IntervalFilter.of(b -> more.apply(b.dimension(dimension)));
    }

    /** Rows where these columns are equal. At least two. */
    static Filter columnComparison(DimensionSpec... dimensions) {
        return ColumnComparisonFilter.of(b -> b.dimensions(dimensions));
    }

    /** Rows where these columns are equal. At least two. */
    static Filter columnComparison(String... dimensions) {
        return ColumnComparisonFilter.of(b -> b.dimensions(dimensions));
    }

    /** Rows for which the Druid expression says true. */
    static Filter expression(String expression) {
        return ExpressionFilter.of(b -> b.expression(expression));
    }

    /** Rows where what is made of the column is this; null finds rows for which it makes nothing. */
    static Filter extraction(String dimension, @Nullable String value, ExtractionFn extractionFn) {
        return ExtractionFilter.of(b -> b.dimension(dimension).value(value).extractionFn(extractionFn));
    }

    /** Rows for which the JavaScript function says true. Druid runs none unless configured to. */
    static Filter javascript(String dimension, String function) {
        return JavascriptFilter.of(b -> b.dimension(dimension).function(function));
    }

    /** Rows whose point lies within the bound. */
    static Filter spatial(String dimension, Bound bound) {
        return SpatialFilter.of(b -> b.dimension(dimension).bound(bound));
    }

    /** Rows whose value the serialized Bloom filter holds. */
    static Filter bloom(String dimension, String bloomKFilter) {
        return BloomFilter.of(b -> b.dimension(dimension).bloomKFilter(bloomKFilter));
    }

    /** The same, with more to say. */
    static Filter bloom(String dimension, String bloomKFilter, UnaryOperator<BloomFilter.Builder> more) {
        return BloomFilter.of(b -> more.apply(b.dimension(dimension).bloomKFilter(bloomKFilter)));
    }
}
