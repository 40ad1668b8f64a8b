package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Files on the disks of the Druid servers that run the task, not of this machine.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#local-input-source">local input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableLocalInputSource.Builder.class)
public interface LocalInputSource extends InputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "local";
    }

    @Nullable String baseDir();

    @Nullable String filter();

    List<String> files();

    Set<SystemField> systemFields();

    @Override
    default boolean needsFormat() {
        return true;
    }

    static LocalInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableLocalInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableLocalInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if ("".equals(baseDir())) {
            at.at("baseDir").report(Rules.NOTHING_TO_READ, "is empty, which Druid takes for none; name a folder");
        } else if (baseDir() != null && "".equals(filter())) {
            at.at("filter")
                    .report(Rules.FILTER_WITH_BASE_DIR, "is empty and matches no file; write one such as \"*.json\"");
        } else if (baseDir() == null && files().isEmpty()) {
            at.report(Rules.NOTHING_TO_READ, "needs baseDir with filter, or files");
        } else if ((baseDir() == null) != (filter() == null)) {
            at.report(
                    Rules.FILTER_WITH_BASE_DIR,
                    baseDir() == null
                            ? "filter \"" + filter() + "\" applies to a baseDir only; set baseDir or drop filter"
                            : "baseDir \"" + baseDir() + "\" needs a filter such as \"*.json\"");
        }
        for (int i = 0; i < files().size(); i++) {
            if (files().get(i).isEmpty()) {
                at.at("files").at(i).report(Rules.NOTHING_TO_READ, "is empty; name a file");
            }
        }
        SystemField.check(systemFields(), false, at.at("systemFields"));
    }

    /** Makes a {@link LocalInputSource}. */
    interface Builder extends SpecBuilder<LocalInputSource, Builder> {

        /** A folder that is searched with all folders below it, for files that match {@link #filter}. */
        Builder baseDir(@Nullable String baseDir);

        /** A wildcard for file names, such as {@code *.json}. Needed with {@link #baseDir}. */
        Builder filter(@Nullable String filter);

        /** Files by their full path. Replaces those set before. */
        Builder files(Iterable<String> files);

        /** The same, listed. */
        default Builder files(String... files) {
            return files(Arrays.asList(files));
        }

        /**
         * What to read about each file as fields of its rows: {@link SystemField#FILE_URI},
         * {@link SystemField#FILE_PATH}. Since Druid 29.
         */
        Builder systemFields(Iterable<? extends SystemField> systemFields);

        /** The same, listed. */
        default Builder systemFields(SystemField... systemFields) {
            return systemFields(Arrays.asList(systemFields));
        }

        @Override
        default LocalInputSource build() {
            return Specs.complete(((ImmutableLocalInputSource.Builder) this).partial());
        }
    }
}
