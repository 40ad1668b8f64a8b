package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Objects in the object storage of Alibaba Cloud. Needs the extension {@code aliyun-oss-extensions}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/aliyun-oss">Aliyun OSS</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableOssInputSource.Builder.class)
public interface OssInputSource extends InputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "oss";
    }

    List<URI> uris();

    List<URI> prefixes();

    List<CloudObjectLocation> objects();

    @Nullable String objectGlob();

    Set<SystemField> systemFields();

    @JsonProperty("properties")
    @Nullable OssClientConfig config();

    @Override
    default boolean needsFormat() {
        return true;
    }

    static OssInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableOssInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableOssInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        CloudObjects.check("oss", uris(), prefixes(), objects(), objectGlob(), systemFields(), at);
    }

    /** Makes an {@link OssInputSource}. */
    interface Builder extends SpecBuilder<OssInputSource, Builder> {

        /** The objects, each as {@code oss://bucket/path}. Excludes {@link #prefixes} and {@link #objects}. */
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

        /**
         * All objects whose address begins so; empty ones are skipped. Excludes {@link #uris} and {@link #objects}.
         */
        Builder prefixes(Iterable<? extends URI> prefixes);

        /** The same, listed. */
        default Builder prefixes(URI... prefixes) {
            return prefixes(Arrays.asList(prefixes));
        }

        /**
         * The same, as text.
         *
         * @throws IllegalArgumentException if one is no URI
         */
        default Builder prefixes(String... prefixes) {
            return prefixes(Specs.each(prefixes, URI::create));
        }

        /** The objects by bucket and path. Excludes {@link #uris} and {@link #prefixes}. */
        Builder objects(Iterable<? extends CloudObjectLocation> objects);

        /** The same, listed. */
        default Builder objects(CloudObjectLocation... objects) {
            return objects(Arrays.asList(objects));
        }

        /**
         * Takes only the objects whose whole path, without the bucket, matches, for example {@code **.json}; a single
         * star stops at a slash.
         */
        Builder objectGlob(@Nullable String objectGlob);

        /** What to read about each object as fields of its rows. Since Druid 29. */
        Builder systemFields(Iterable<? extends SystemField> systemFields);

        /** The same, listed. */
        default Builder systemFields(SystemField... systemFields) {
            return systemFields(Arrays.asList(systemFields));
        }

        /** Where and as whom to read, if not as the cluster itself. Written as {@code properties}. */
        Builder config(@Nullable OssClientConfig config);

        /** The same, built here. */
        default Builder config(UnaryOperator<OssClientConfig.Builder> b) {
            return config(OssClientConfig.of(b));
        }

        @Override
        default OssInputSource build() {
            return Specs.complete(((ImmutableOssInputSource.Builder) this).partial());
        }
    }
}
