package io.druidingest.input;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * How rows are written.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats">data formats</a>
 */
@Family(
        value = {
            @Variant(id = "json", type = JsonInputFormat.class),
            @Variant(id = "csv", type = CsvInputFormat.class),
            @Variant(id = "tsv", type = TsvInputFormat.class),
        },
        unknown = UnknownInputFormat.class)
public interface InputFormat extends SpecObject {

    /** The type id. */
    String type();

    /** One JSON object a row. */
    static InputFormat json() {
        return json(b -> b);
    }

    /** One JSON object a row, with more to say. */
    static InputFormat json(UnaryOperator<JsonInputFormat.Builder> b) {
        return JsonInputFormat.of(b);
    }

    /** Comma-separated text whose first row names the columns. */
    static InputFormat csv() {
        return csv(b -> b.findColumnsFromHeader(true));
    }

    /** Comma-separated text, with more to say. */
    static InputFormat csv(UnaryOperator<CsvInputFormat.Builder> b) {
        return CsvInputFormat.of(b);
    }

    /** Tab-separated text whose first row names the columns. */
    static InputFormat tsv() {
        return tsv(b -> b.findColumnsFromHeader(true));
    }

    /** Text separated by tabs or another delimiter, with more to say. */
    static InputFormat tsv(UnaryOperator<TsvInputFormat.Builder> b) {
        return TsvInputFormat.of(b);
    }
}
