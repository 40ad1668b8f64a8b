package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/**
 * How a {@link FlattenField} finds its value.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#flattenspec">flattenSpec</a>
 */
public final class FlattenFieldType extends Keyword {

    /** A field at the top of the record, by its name. */
    public static final FlattenFieldType ROOT = new FlattenFieldType("root");

    /** A JsonPath expression. */
    public static final FlattenFieldType PATH = new FlattenFieldType("path");

    /** A jq expression. JSON and Protobuf only. */
    public static final FlattenFieldType JQ = new FlattenFieldType("jq");

    /** The names of the fields on the way down. */
    public static final FlattenFieldType TREE = new FlattenFieldType("tree");

    private FlattenFieldType(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FlattenFieldType of(String word) {
        return known(new FlattenFieldType(word));
    }

    @JsonCreator
    static FlattenFieldType read(String word) {
        return new FlattenFieldType(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("root", "path", "jq", "tree");
    }
}
