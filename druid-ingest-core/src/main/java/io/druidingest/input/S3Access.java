package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How an S3 storage is reached, and as whom. */
public interface S3Access extends SpecObject {

    @Nullable AwsEndpointConfig endpointConfig();

    @Nullable AwsClientConfig clientConfig();

    @Nullable AwsProxyConfig proxyConfig();

    @JsonProperty("properties")
    @Nullable S3InputSourceConfig config();

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /** The service to read from, if it is not the cluster's own. */
        B endpointConfig(@Nullable AwsEndpointConfig endpointConfig);

        /** The same, built here. */
        default B endpointConfig(UnaryOperator<AwsEndpointConfig.Builder> b) {
            return endpointConfig(AwsEndpointConfig.of(b));
        }

        /** How to talk to the service of {@link #endpointConfig}. */
        B clientConfig(@Nullable AwsClientConfig clientConfig);

        /** The same, built here. */
        default B clientConfig(UnaryOperator<AwsClientConfig.Builder> b) {
            return clientConfig(AwsClientConfig.of(b));
        }

        /** The proxy on the way there. */
        B proxyConfig(@Nullable AwsProxyConfig proxyConfig);

        /** The same, built here. */
        default B proxyConfig(UnaryOperator<AwsProxyConfig.Builder> b) {
            return proxyConfig(AwsProxyConfig.of(b));
        }

        /** Who reads, if not the cluster itself. Written as {@code properties}. */
        B config(@Nullable S3InputSourceConfig config);

        /** The same, built here. */
        default B config(UnaryOperator<S3InputSourceConfig.Builder> b) {
            return config(S3InputSourceConfig.of(b));
        }
    }
}
