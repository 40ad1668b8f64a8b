package io.druidingest.examples.acme;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.input.InputSource;
import io.druidingest.input.Password;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Files on an SFTP server. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSftpInputSource.Builder.class)
public interface SftpInputSource extends InputSource {

    Rule ABSOLUTE_PATH =
            Rule.error("acme-absolute-path", "A path on the server is absolute.", "ingestion/input-sources");

    @Override
    @JsonProperty("type")
    default String type() {
        return "acme-sftp";
    }

    String host();

    @DruidDefault("22")
    @Nullable Integer port();

    List<String> paths();

    @Nullable Password password();

    @Override
    default boolean needsFormat() {
        return true;
    }

    static SftpInputSource of(UnaryOperator<Builder> b) {
        return b.apply(new ImmutableSftpInputSource.Builder()).build();
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        for (int i = 0; i < paths().size(); i++) {
            if (!paths().get(i).startsWith("/")) {
                at.at("paths").at(i).report(ABSOLUTE_PATH, "does not start with a slash; write the whole path");
            }
        }
    }

    /** Makes a {@link SftpInputSource}. */
    interface Builder extends SpecBuilder<SftpInputSource, Builder> {

        /** The server. Required. */
        Builder host(String host);

        /** Its port. The extension's default: 22. */
        Builder port(@Nullable Integer port);

        /** What to read. */
        Builder paths(Iterable<String> paths);

        /** The same, listed. */
        default Builder paths(String... paths) {
            return paths(Arrays.asList(paths));
        }

        /** The password, or where Druid finds it. */
        Builder password(@Nullable Password password);

        @Override
        default SftpInputSource build() {
            return Specs.complete(((ImmutableSftpInputSource.Builder) this).partial());
        }
    }
}
