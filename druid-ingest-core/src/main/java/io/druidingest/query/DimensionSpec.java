package io.druidingest.query;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * A column as something reads it: as it is, renamed, or with its values changed. In JSON, bare text is a column as it is.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs">dimension specs</a>
 */
@Family(
        value = {
            @Variant(id = "default", type = DefaultDimensionSpec.class),
        },
        unknown = UnknownDimensionSpec.class,
        absent = "default",
        text = "dimension")
public interface DimensionSpec extends SpecObject {

    /** The type id. */
    String type();

    /** The column as it is. */
    static DimensionSpec column(String dimension) {
        return DefaultDimensionSpec.of(b -> b.dimension(dimension));
    }

    /** The column, with more to say. */
    static DimensionSpec column(String dimension, UnaryOperator<DefaultDimensionSpec.Builder> more) {
        return DefaultDimensionSpec.of(b -> more.apply(b.dimension(dimension)));
    }
}
