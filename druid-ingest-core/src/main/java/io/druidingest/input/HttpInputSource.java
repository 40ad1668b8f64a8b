package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.Sensitive;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Files on web servers. Druid splits them among sub-tasks by file.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#http-input-source">HTTP input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableHttpInputSource.Builder.class)
public interface HttpInputSource extends InputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "http";
    }

    List<URI> uris();

    @Nullable String httpAuthenticationUsername();

    @Nullable Password httpAuthenticationPassword();

    @Sensitive
    @DruidDefault("{}")
    Map<String, String> requestHeaders();

    Set<SystemField> systemFields();

    @Override
    default boolean needsFormat() {
        return true;
    }

    static HttpInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableHttpInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableHttpInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (uris().isEmpty()) {
            at.at("uris").report(Rules.NOTHING_TO_READ, "is empty; name at least one file");
        }
        for (int i = 0; i < uris().size(); i++) {
            String scheme = uris().get(i).getScheme();
            if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
                at.at("uris").at(i).report(Rules.URI_PROTOCOL, "starts with neither http: nor https:");
            }
        }
        if ((httpAuthenticationUsername() == null) != (httpAuthenticationPassword() == null)) {
            at.report(
                    Rules.CREDENTIALS_PAIR,
                    httpAuthenticationUsername() == null
                            ? "has httpAuthenticationPassword alone; set httpAuthenticationUsername"
                            : "has httpAuthenticationUsername alone; set httpAuthenticationPassword");
        }
        SystemField.check(systemFields(), false, at.at("systemFields"));
    }

    /** Makes a {@link HttpInputSource}. */
    interface Builder extends SpecBuilder<HttpInputSource, Builder> {

        /** The files. At least one; http or https. Replaces those set before. */
        Builder uris(Iterable<? extends URI> uris);

        /** The same, listed. */
        default Builder uris(URI... uris) {
            return uris(Arrays.asList(uris));
        }

        /**
         * The same, as text.
         *
         * @throws IllegalArgumentException if one is no URI
         */
        default Builder uris(String... uris) {
            return uris(Specs.each(uris, URI::create));
        }

        /** The user name for basic authentication. Goes with {@link #httpAuthenticationPassword}. */
        Builder httpAuthenticationUsername(@Nullable String httpAuthenticationUsername);

        /** The password for basic authentication. Goes with {@link #httpAuthenticationUsername}. */
        Builder httpAuthenticationPassword(@Nullable Password httpAuthenticationPassword);

        /** The same, in clear text: Druid stores it as it is. Prefer {@link Password#environment}. */
        default Builder httpAuthenticationPassword(String password) {
            return httpAuthenticationPassword(Password.of(password));
        }

        /** Headers sent with each request. The cluster has to allow each by name. Since Druid 32. */
        Builder requestHeaders(Map<String, ? extends String> requestHeaders);

        /** Adds one header. */
        Builder requestHeader(String name, String value);

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
        default HttpInputSource build() {
            return Specs.complete(((ImmutableHttpInputSource.Builder) this).partial());
        }
    }
}
