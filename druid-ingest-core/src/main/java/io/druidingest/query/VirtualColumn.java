package io.druidingest.query;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;

/**
 * A column that is computed from others as it is read.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns">virtual columns</a>
 */
@Family(
        value = {
            @Variant(id = "expression", type = ExpressionVirtualColumn.class),
        },
        unknown = UnknownVirtualColumn.class)
public interface VirtualColumn extends SpecObject {

    /** The type id. */
    String type();

    /** What an expression computes; Druid tells the type from it. */
    static VirtualColumn expression(String name, String expression) {
        return ExpressionVirtualColumn.of(b -> b.name(name).expression(expression));
    }

    /** What an expression computes. */
    static VirtualColumn expression(String name, String expression, ColumnType outputType) {
        return ExpressionVirtualColumn.of(
                b -> b.name(name).expression(expression).outputType(outputType));
    }
}
