package io.druidingest.tuning;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * How the dictionary of a string column is encoded.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#indexspec">indexSpec</a>
 */
@Family(
        value = {
            @Variant(id = "utf8", type = Utf8StringEncodingStrategy.class),
            @Variant(id = "frontCoded", type = FrontCodedStringEncodingStrategy.class),
        },
        unknown = UnknownStringEncodingStrategy.class)
public interface StringEncodingStrategy extends SpecObject {

    /** The type id. */
    String type();

    /** Each value on its own. */
    static StringEncodingStrategy utf8() {
        return Utf8StringEncodingStrategy.of(b -> b);
    }

    /** Values share what their neighbours begin with, in buckets of Druid's default size. */
    static StringEncodingStrategy frontCoded() {
        return frontCoded(b -> b);
    }

    /** The same, with more to say. */
    static StringEncodingStrategy frontCoded(UnaryOperator<FrontCodedStringEncodingStrategy.Builder> b) {
        return FrontCodedStringEncodingStrategy.of(b);
    }
}
