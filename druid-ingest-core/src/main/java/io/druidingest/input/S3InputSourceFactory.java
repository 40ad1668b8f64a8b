package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data files of a table from S3.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#iceberg-input-source">Iceberg input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableS3InputSourceFactory.Builder.class)
public interface S3InputSourceFactory extends InputSourceFactory {

    @Override
    @JsonProperty("type")
    default String type() {
        return "s3";
    }

    @Nullable AwsEndpointConfig endpointConfig();

    @Nullable AwsClientConfig clientConfig();

    @Nullable AwsProxyConfig proxyConfig();

    @JsonProperty("properties")
    @Nullable S3InputSourceConfig config();

    static S3InputSourceFactory of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableS3InputSourceFactory.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableS3InputSourceFactory.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link S3InputSourceFactory}. */
    interface Builder extends SpecBuilder<S3InputSourceFactory, Builder> {

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
        default S3InputSourceFactory build() {
            return Specs.complete(((ImmutableS3InputSourceFactory.Builder) this).partial());
        }
    }
}
