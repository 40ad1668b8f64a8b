package io.druidingest.query;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A column that is computed from others as it is read.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns">virtual columns</a>
 */
@Family(
        value = {
            @Variant(id = "expression", type = ExpressionVirtualColumn.class),
            @Variant(id = "fallback", type = FallbackVirtualColumn.class),
            @Variant(id = "map", type = MapVirtualColumn.class),
            @Variant(id = "mv-filtered", type = MvFilteredVirtualColumn.class),
            @Variant(id = "mv-regex-filtered", type = MvRegexFilteredVirtualColumn.class),
            @Variant(id = "mv-prefix-filtered", type = MvPrefixFilteredVirtualColumn.class),
            @Variant(id = "nested-field", type = NestedFieldVirtualColumn.class),
            @Variant(id = "nested-merge", type = NestedMergeVirtualColumn.class),
            @Variant(id = "nested-object", type = NestedObjectVirtualColumn.class),
        },
        unknown = UnknownVirtualColumn.class)
public interface VirtualColumn extends SpecObject {

    /** The type id. */
    String type();

    /** The column that it makes; null where this version of the library cannot tell. */
    default @Nullable String makes() {
        return null;
    }

    /** The columns that it reads, as far as this version of the library can tell. */
    default List<String> reads() {
        return List.of();
    }

    /** Reports columns of one list that have no name, that of another, or that of the timestamp. */
    static void check(List<VirtualColumn> columns, Findings at) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).makes();
            if (name == null) {
                continue;
            }
            Integer earlier = seen.putIfAbsent(name, i);
            if (name.isEmpty()) {
                at.at(i).report(Rules.VIRTUAL_COLUMN_NAME, "makes a column without a name; name it");
            } else if (name.equals("__time")) {
                at.at(i).report(Rules.VIRTUAL_COLUMN_NAME, "__time is the timestamp; name the column otherwise");
            } else if (earlier != null) {
                at.at(i)
                        .report(
                                Rules.VIRTUAL_COLUMN_NAME,
                                "\"" + name + "\" is also made by [" + earlier + "]; rename one");
            } else if (columns.get(i).reads().contains(name)) {
                at.at(i).report(Rules.SELF_REFERENCE, "reads \"" + name + "\", which it makes; rename what it makes");
            }
        }
    }

    /** What an expression computes; Druid tells the type from it. */
    static VirtualColumn expression(String name, String expression) {
        return ExpressionVirtualColumn.of(b -> b.name(name).expression(expression));
    }

    /** The same, of this type. */
    static VirtualColumn expression(String name, String expression, ColumnType outputType) {
        return ExpressionVirtualColumn.of(
                b -> b.name(name).expression(expression).outputType(outputType));
    }

    /** The first of these columns that a segment has. */
    static VirtualColumn fallback(String name, DimensionSpec... columns) {
        return FallbackVirtualColumn.of(b -> b.name(name).columns(columns));
    }

    /** The first of these columns that a segment has. */
    static VirtualColumn fallback(String name, String... columns) {
        return FallbackVirtualColumn.of(b -> b.name(name).columns(columns));
    }

    /** A map from the values of one column to those of another; needs a community extension. */
    static VirtualColumn map(String outputName, String keyDimension, String valueDimension) {
        return MapVirtualColumn.of(
                b -> b.outputName(outputName).keyDimension(keyDimension).valueDimension(valueDimension));
    }

    /** A multi-value column of just these values. */
    static VirtualColumn mvFiltered(String name, DimensionSpec delegate, @Nullable String... values) {
        return MvFilteredVirtualColumn.of(b -> b.name(name).delegate(delegate).values(values));
    }

    /** The same, with more to say. */
    static VirtualColumn mvFiltered(
            String name, DimensionSpec delegate, UnaryOperator<MvFilteredVirtualColumn.Builder> more) {
        return MvFilteredVirtualColumn.of(b -> more.apply(b.name(name).delegate(delegate)));
    }

    /** A multi-value column of the values that the regular expression matches. */
    static VirtualColumn mvRegexFiltered(String name, DimensionSpec delegate, String pattern) {
        return MvRegexFilteredVirtualColumn.of(
                b -> b.name(name).delegate(delegate).pattern(pattern));
    }

    /** A multi-value column of the values that begin so. */
    static VirtualColumn mvPrefixFiltered(String name, DimensionSpec delegate, String prefix) {
        return MvPrefixFilteredVirtualColumn.of(
                b -> b.name(name).delegate(delegate).prefix(prefix));
    }

    /** A value within JSON, by JSONPath such as {@code $.user.id}. */
    static VirtualColumn nestedField(String outputName, String columnName, String path) {
        return NestedFieldVirtualColumn.of(
                b -> b.outputName(outputName).columnName(columnName).path(path));
    }

    /** A value within JSON, by the path that is set. */
    static VirtualColumn nestedField(
            String outputName, String columnName, UnaryOperator<NestedFieldVirtualColumn.Builder> more) {
        return NestedFieldVirtualColumn.of(
                b -> more.apply(b.outputName(outputName).columnName(columnName)));
    }

    /** Columns of JSON merged into one. Since Druid 37. */
    static VirtualColumn nestedMerge(String name, String... columns) {
        return NestedMergeVirtualColumn.of(b -> b.name(name).columns(columns));
    }

    /** A JSON object of columns. Since Druid 37. */
    static VirtualColumn nestedObject(String name, Map<String, TypedExpression> object) {
        return NestedObjectVirtualColumn.of(b -> b.name(name).object(object));
    }
}
