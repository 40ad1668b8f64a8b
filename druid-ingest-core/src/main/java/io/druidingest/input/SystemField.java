package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Locale;
import java.util.Set;

/**
 * What Druid knows about a file, and adds to its rows where it is asked to.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources">input sources</a>
 */
public final class SystemField extends Keyword {

    /** Where the file is, as a URI. */
    public static final SystemField FILE_URI = new SystemField("__file_uri");

    /** The bucket or container that the file is in. Cloud storage only. */
    public static final SystemField FILE_BUCKET = new SystemField("__file_bucket");

    /** The path or key of the file. */
    public static final SystemField FILE_PATH = new SystemField("__file_path");

    private SystemField(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SystemField of(String word) {
        return known(new SystemField(word.toLowerCase(Locale.ROOT)));
    }

    @JsonCreator
    static SystemField read(String word) {
        return new SystemField(word);
    }

    /** Reports what Druid has no value for. */
    static void check(Set<SystemField> fields, boolean hasBuckets, Findings at) {
        for (SystemField field : fields) {
            if (field.equals(FILE_BUCKET) && !hasBuckets) {
                at.report(Rules.SYSTEM_FIELD, "has " + field + ", but a file here is in no bucket; drop it");
            }
        }
    }

    @Override
    protected Set<String> words() {
        return Set.of("__file_uri", "__file_bucket", "__file_path");
    }

    @Override
    protected boolean anyCase() {
        return false;
    }
}
