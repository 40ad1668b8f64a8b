package io.druidingest.tuning;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/** In what form a nested column keeps the objects themselves. */
public final class ObjectStorageEncoding extends Keyword {

    /** Binary JSON. */
    public static final ObjectStorageEncoding SMILE = new ObjectStorageEncoding("smile");

    /** Not at all: objects are put together from their fields. */
    public static final ObjectStorageEncoding NONE = new ObjectStorageEncoding("none");

    private ObjectStorageEncoding(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ObjectStorageEncoding of(String word) {
        return known(new ObjectStorageEncoding(word));
    }

    @JsonCreator
    static ObjectStorageEncoding read(String word) {
        return new ObjectStorageEncoding(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("smile", "none");
    }
}
