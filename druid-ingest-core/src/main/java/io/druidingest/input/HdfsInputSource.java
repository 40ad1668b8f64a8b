package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonFormat;
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

/**
 * Files in HDFS, or in what else the Hadoop client of the cluster reads. Needs the extension {@code
 * druid-hdfs-storage}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#hdfs-input-source">HDFS input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableHdfsInputSource.Builder.class)
public interface HdfsInputSource extends InputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "hdfs";
    }

    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
    List<String> paths();

    Set<SystemField> systemFields();

    @Override
    default boolean needsFormat() {
        return true;
    }

    static HdfsInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableHdfsInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableHdfsInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (paths().isEmpty()) {
            at.at("paths").report(Rules.NOTHING_TO_READ, "is empty; name at least one file or folder");
        }
        SystemField.check(systemFields(), false, at.at("systemFields"));
    }

    /** Makes a {@link HdfsInputSource}. */
    interface Builder extends SpecBuilder<HdfsInputSource, Builder> {

        /** Files and folders, with wildcards such as {@code *}. At least one. */
        Builder paths(Iterable<String> paths);

        /** The same, listed. */
        default Builder paths(String... paths) {
            return paths(Arrays.asList(paths));
        }

        /**
         * What to read about each file as fields of its rows: {@link SystemField#FILE_URI}, {@link
         * SystemField#FILE_PATH}. Since Druid 29.
         */
        Builder systemFields(Iterable<? extends SystemField> systemFields);

        /** The same, listed. */
        default Builder systemFields(SystemField... systemFields) {
            return systemFields(Arrays.asList(systemFields));
        }

        @Override
        default HdfsInputSource build() {
            return Specs.complete(((ImmutableHdfsInputSource.Builder) this).partial());
        }
    }
}
