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
 * Objects in Amazon S3, or in a storage that speaks its protocol. Needs the extension {@code druid-s3-extensions}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#s3-input-source">S3 input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableS3InputSource.Builder.class)
public interface S3InputSource extends InputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "s3";
    }

    List<URI> uris();

    List<URI> prefixes();

    List<CloudObjectLocation> objects();

    @Nullable String objectGlob();

    Set<SystemField> systemFields();

    @Nullable AwsEndpointConfig endpointConfig();

    @Nullable AwsClientConfig clientConfig();

    @Nullable AwsProxyConfig proxyConfig();

    @JsonProperty("properties")
    @Nullable S3InputSourceConfig config();

    @Override
    default boolean needsFormat() {
        return true;
    }

    static S3InputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableS3InputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableS3InputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        CloudObjects.check("s3", uris(), prefixes(), objects(), objectGlob(), systemFields(), at);
    }

    /** Makes a {@link S3InputSource}. */
    interface Builder extends SpecBuilder<S3InputSource, Builder> {

        /** The objects, each as {@code s3://bucket/path}. Excludes {@link #prefixes} and {@link #objects}. */
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

        /** The service to read from, if it is not the cluster's own. */
        Builder endpointConfig(@Nullable AwsEndpointConfig endpointConfig);

        /** The same, built here. */
        default Builder endpointConfig(UnaryOperator<AwsEndpointConfig.Builder> b) {
            return endpointConfig(AwsEndpointConfig.of(b));
        }

        /** How to talk to the service of {@link #endpointConfig}. */
        Builder clientConfig(@Nullable AwsClientConfig clientConfig);

        /** The same, built here. */
        default Builder clientConfig(UnaryOperator<AwsClientConfig.Builder> b) {
            return clientConfig(AwsClientConfig.of(b));
        }

        /** The proxy on the way there. */
        Builder proxyConfig(@Nullable AwsProxyConfig proxyConfig);

        /** The same, built here. */
        default Builder proxyConfig(UnaryOperator<AwsProxyConfig.Builder> b) {
            return proxyConfig(AwsProxyConfig.of(b));
        }

        /** Who reads, if not the cluster itself. Written as {@code properties}. */
        Builder config(@Nullable S3InputSourceConfig config);

        /** The same, built here. */
        default Builder config(UnaryOperator<S3InputSourceConfig.Builder> b) {
            return config(S3InputSourceConfig.of(b));
        }

        @Override
        default S3InputSource build() {
            return Specs.complete(((ImmutableS3InputSource.Builder) this).partial());
        }
    }
}
