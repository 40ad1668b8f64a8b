package io.druidingest.query;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;

/**
 * A step into JSON.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns#nested-field-virtual-column">nested field virtual column</a>
 */
@Family(
        value = {
            @Variant(id = "field", type = FieldNestedPathPart.class),
            @Variant(id = "arrayElement", type = ArrayElementNestedPathPart.class),
        },
        unknown = UnknownNestedPathPart.class)
public interface NestedPathPart extends SpecObject {

    /** The type id. */
    String type();

    /** A key of an object. */
    static NestedPathPart field(String field) {
        return FieldNestedPathPart.of(b -> b.field(field));
    }

    /** An element of an array; the first is 0. */
    static NestedPathPart arrayElement(int index) {
        return ArrayElementNestedPathPart.of(b -> b.index(index));
    }
}
