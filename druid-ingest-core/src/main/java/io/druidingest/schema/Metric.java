package io.druidingest.schema;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * A column that is computed as rows come in, and combined when rows are merged.
 *
 * <p>{@code longSum("added")} reads the field of the column's name; {@code longSum("sum", "added")} names both;
 * {@code longSum("sum", m -> m.expression("added * 2"))} says the rest.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations">aggregations</a>
 */
@Family(
        value = {
            @Variant(id = "count", type = CountMetric.class),
            @Variant(id = "longSum", type = SimpleMetric.class),
            @Variant(id = "longMin", type = SimpleMetric.class),
            @Variant(id = "longMax", type = SimpleMetric.class),
            @Variant(id = "doubleSum", type = SimpleMetric.class),
            @Variant(id = "doubleMin", type = SimpleMetric.class),
            @Variant(id = "doubleMax", type = SimpleMetric.class),
            @Variant(id = "floatSum", type = SimpleMetric.class),
            @Variant(id = "floatMin", type = SimpleMetric.class),
            @Variant(id = "floatMax", type = SimpleMetric.class),
        },
        unknown = UnknownMetric.class)
public interface Metric extends SpecObject {

    /** The type id. */
    String type();

    /** The column. */
    String name();

    /** The number of input rows. */
    static Metric count(String name) {
        return CountMetric.of(b -> b.name(name));
    }

    /** The sum of 64-bit integers, read from the field of the column's name. */
    static Metric longSum(String name) {
        return longSum(name, name);
    }

    /** The same, read from another field. */
    static Metric longSum(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("longSum").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric longSum(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("longSum").name(name)));
    }

    /** The least of 64-bit integers, read from the field of the column's name. */
    static Metric longMin(String name) {
        return longMin(name, name);
    }

    /** The same, read from another field. */
    static Metric longMin(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("longMin").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric longMin(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("longMin").name(name)));
    }

    /** The greatest of 64-bit integers, read from the field of the column's name. */
    static Metric longMax(String name) {
        return longMax(name, name);
    }

    /** The same, read from another field. */
    static Metric longMax(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("longMax").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric longMax(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("longMax").name(name)));
    }

    /** The sum of 64-bit floating point numbers, read from the field of the column's name. */
    static Metric doubleSum(String name) {
        return doubleSum(name, name);
    }

    /** The same, read from another field. */
    static Metric doubleSum(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("doubleSum").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric doubleSum(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("doubleSum").name(name)));
    }

    /** The least of 64-bit floating point numbers, read from the field of the column's name. */
    static Metric doubleMin(String name) {
        return doubleMin(name, name);
    }

    /** The same, read from another field. */
    static Metric doubleMin(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("doubleMin").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric doubleMin(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("doubleMin").name(name)));
    }

    /** The greatest of 64-bit floating point numbers, read from the field of the column's name. */
    static Metric doubleMax(String name) {
        return doubleMax(name, name);
    }

    /** The same, read from another field. */
    static Metric doubleMax(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("doubleMax").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric doubleMax(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("doubleMax").name(name)));
    }

    /** The sum of 32-bit floating point numbers, read from the field of the column's name. */
    static Metric floatSum(String name) {
        return floatSum(name, name);
    }

    /** The same, read from another field. */
    static Metric floatSum(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("floatSum").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric floatSum(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("floatSum").name(name)));
    }

    /** The least of 32-bit floating point numbers, read from the field of the column's name. */
    static Metric floatMin(String name) {
        return floatMin(name, name);
    }

    /** The same, read from another field. */
    static Metric floatMin(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("floatMin").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric floatMin(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("floatMin").name(name)));
    }

    /** The greatest of 32-bit floating point numbers, read from the field of the column's name. */
    static Metric floatMax(String name) {
        return floatMax(name, name);
    }

    /** The same, read from another field. */
    static Metric floatMax(String name, String fieldName) {
        return SimpleMetric.of(b -> b.type("floatMax").name(name).fieldName(fieldName));
    }

    /** The same, with more to say. */
    static Metric floatMax(String name, UnaryOperator<SimpleMetric.Builder> more) {
        return SimpleMetric.of(b -> more.apply(b.type("floatMax").name(name)));
    }
}
