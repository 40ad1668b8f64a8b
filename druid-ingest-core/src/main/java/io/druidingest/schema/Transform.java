package io.druidingest.schema;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import org.jspecify.annotations.Nullable;

/**
 * Makes a field of the others, as rows come in.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#transforms">transforms</a>
 */
@Family(value = @Variant(id = "expression", type = ExpressionTransform.class), unknown = UnknownTransform.class)
public interface Transform extends SpecObject {

    /** The type id. */
    String type();

    /** The field that it makes; null where this version of the library cannot tell. */
    @Nullable String name();

    /** A field that a Druid expression computes; one of that name in the input is hidden by it. */
    static Transform expression(String name, String expression) {
        return ExpressionTransform.of(b -> b.name(name).expression(expression));
    }
}
