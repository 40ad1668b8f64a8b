package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Set;

/**
 * What becomes of rows that the files of an Iceberg table hold beside those that a filter asks for.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/iceberg">Iceberg</a>
 */
public final class ResidualFilterMode extends Keyword {

    /** They are read. Druid's default. */
    public static final ResidualFilterMode IGNORE = new ResidualFilterMode("ignore");

    /** The task fails. */
    public static final ResidualFilterMode FAIL = new ResidualFilterMode("fail");

    private ResidualFilterMode(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ResidualFilterMode of(String word) {
        return known(new ResidualFilterMode(word));
    }

    @JsonCreator
    static ResidualFilterMode read(String word) {
        return new ResidualFilterMode(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("ignore", "fail");
    }
}
