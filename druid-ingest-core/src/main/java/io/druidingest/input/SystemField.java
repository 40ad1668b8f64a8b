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
        return known(new SystemField(word));
    }

    @JsonCreator
    static SystemField read(String word) {
        return new SystemField(word);
    }

    /** Reports what Druid does not take, or has no value for. */
    static void check(Set<SystemField> fields, boolean hasBuckets, Findings at) {
        for (SystemField field : fields) {
            String word = field.toString().toLowerCase(Locale.ROOT);
            if (field.equals(FILE_BUCKET) && !hasBuckets) {
                at.report(Rules.SYSTEM_FIELD, "has " + word + ", but a file here is in no bucket; drop it");
            } else if (field.words().contains(word) && !word.equals(field.toString())) {
                at.report(Rules.SYSTEM_FIELD, "has " + field + ", which Druid does not know; write " + word);
            }
        }
    }

    @Override
    protected Set<String> words() {
        return Set.of("__file_uri", "__file_bucket", "__file_path");
    }
}
