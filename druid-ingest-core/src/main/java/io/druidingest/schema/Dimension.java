package io.druidingest.schema;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * A column to filter and group by.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#dimension-objects">dimension objects</a>
 */
@Family(
        value = {
            @Variant(id = "string", type = StringDimension.class),
            @Variant(id = "long", type = NumericDimension.class),
            @Variant(id = "double", type = NumericDimension.class),
            @Variant(id = "float", type = NumericDimension.class),
            @Variant(id = "auto", type = AutoDimension.class),
            @Variant(id = "json", type = JsonDimension.class),
            @Variant(id = "spatial", type = SpatialDimension.class),
        },
        unknown = UnknownDimension.class,
        absent = "string",
        text = "name")
public interface Dimension extends SpecObject {

    /** The type id. */
    String type();

    /** The input field and the column. */
    String name();

    /** Text. */
    static Dimension string(String name) {
        return StringDimension.of(b -> b.name(name));
    }

    /** Text, with more to say. */
    static Dimension string(String name, UnaryOperator<StringDimension.Builder> more) {
        return StringDimension.of(b -> more.apply(b.name(name)));
    }

    /** 64-bit integers. */
    static Dimension longs(String name) {
        return NumericDimension.of(b -> b.type("long").name(name));
    }

    /** 64-bit floating point numbers. */
    static Dimension doubles(String name) {
        return NumericDimension.of(b -> b.type("double").name(name));
    }

    /** 32-bit floating point numbers. */
    static Dimension floats(String name) {
        return NumericDimension.of(b -> b.type("float").name(name));
    }

    /** Whatever values come: numbers, text, arrays or objects. */
    static Dimension auto(String name) {
        return AutoDimension.of(b -> b.name(name));
    }

    /** Whatever values come, with more to say. */
    static Dimension auto(String name, UnaryOperator<AutoDimension.Builder> more) {
        return AutoDimension.of(b -> more.apply(b.name(name)));
    }

    /** JSON objects, whose fields queries read by path. */
    static Dimension json(String name) {
        return JsonDimension.of(b -> b.name(name));
    }

    /** JSON objects, with more to say. */
    static Dimension json(String name, UnaryOperator<JsonDimension.Builder> more) {
        return JsonDimension.of(b -> more.apply(b.name(name)));
    }

    /** Points in a plane, with their coordinates in these two fields. */
    static Dimension spatial(String name, String x, String y) {
        return SpatialDimension.of(b -> b.name(name).dims(x, y));
    }

    /** Points in a plane, with both coordinates in text such as {@code 1.5,2.5}. */
    static Dimension spatial(String name) {
        return SpatialDimension.of(b -> b.name(name).dims(name));
    }
}
