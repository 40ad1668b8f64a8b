package io.druidingest.tuning;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * Where rows are collected before they are written to disk.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#tuningconfig">appendableIndexSpec</a>
 */
@Family(
        value = {
            @Variant(id = "onheap", type = OnheapAppendableIndexSpec.class),
        },
        unknown = UnknownAppendableIndexSpec.class,
        absent = "onheap")
public interface AppendableIndexSpec extends SpecObject {

    /** The type id. */
    String type();

    /** On the heap. */
    static AppendableIndexSpec onheap(UnaryOperator<OnheapAppendableIndexSpec.Builder> b) {
        return OnheapAppendableIndexSpec.of(b);
    }
}
