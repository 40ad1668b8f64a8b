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
}
