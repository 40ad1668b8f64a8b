package io.druidingest.query;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A lookup whose entries are given where it is used.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/lookups">lookups</a>
 */
@Family(
        value = {
            @Variant(id = "map", type = MapLookupExtractor.class),
        },
        unknown = UnknownLookupExtractor.class)
public interface LookupExtractor extends SpecObject {

    /** The type id. */
    String type();

    /** A map from text to text. */
    static LookupExtractor map(Map<String, String> map) {
        return MapLookupExtractor.of(b -> b.map(map));
    }

    /** The same, with more to say. */
    static LookupExtractor map(Map<String, String> map, UnaryOperator<MapLookupExtractor.Builder> more) {
        return MapLookupExtractor.of(b -> more.apply(b.map(map)));
    }
}
