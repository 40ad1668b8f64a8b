package io.druidingest.input;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where a batch load reads its rows.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources">input sources</a>
 */
@Family(
        value = {
            @Variant(id = "inline", type = InlineInputSource.class),
            @Variant(id = "local", type = LocalInputSource.class),
            @Variant(id = "http", type = HttpInputSource.class),
        },
        unknown = UnknownInputSource.class)
public interface InputSource extends SpecObject {

    /** The type ids of sources that yield text or files, and so need an {@link InputFormat}. */
    Set<String> TEXT_TYPES = Set.of("inline", "local", "http");

    /** The type id. */
    String type();

    /** Rows that stand in the spec itself. */
    static InputSource inline(String data) {
        return InlineInputSource.of(b -> b.data(data));
    }

    /** All files below a folder of the Druid servers whose name matches a wildcard such as {@code *.json}. */
    static InputSource local(String baseDir, String filter) {
        return LocalInputSource.of(b -> b.baseDir(baseDir).filter(filter));
    }

    /** Files of the Druid servers, described in full. */
    static InputSource local(UnaryOperator<LocalInputSource.Builder> b) {
        return LocalInputSource.of(b);
    }

    /** Files on web servers. */
    static InputSource http(String... uris) {
        return HttpInputSource.of(b -> b.uris(uris));
    }

    /** Files on web servers, described in full. */
    static InputSource http(UnaryOperator<HttpInputSource.Builder> b) {
        return HttpInputSource.of(b);
    }
}
