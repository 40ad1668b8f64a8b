package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How Druid talks to the S3 service.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/s3#connecting-to-s3-configuration">connecting to S3</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAwsClientConfig.Builder.class)
public interface AwsClientConfig extends SpecObject {

    @DruidDefault("\"https\"")
    @Nullable String protocol();

    @DruidDefault("false")
    @Nullable Boolean disableChunkedEncoding();

    @DruidDefault("false")
    @Nullable Boolean enablePathStyleAccess();

    @DruidDefault("false")
    @Nullable Boolean forceGlobalBucketAccessEnabled();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("10000")
    @Nullable Duration connectionTimeout();

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    @DruidDefault("50000")
    @Nullable Duration socketTimeout();

    @DruidDefault("50")
    @Nullable Integer maxConnections();

    static AwsClientConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAwsClientConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAwsClientConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(connectionTimeout(), at.at("connectionTimeout"));
        Amounts.positive(socketTimeout(), at.at("socketTimeout"));
        Amounts.positive(maxConnections(), at.at("maxConnections"));
    }

    /** Makes an {@link AwsClientConfig}. */
    interface Builder extends SpecBuilder<AwsClientConfig, Builder> {

        /** {@code https} or {@code http}. Druid's default: {@code https}. */
        Builder protocol(@Nullable String protocol);

        /** Whether uploads are not sent in chunks. Druid's default: false. */
        Builder disableChunkedEncoding(@Nullable Boolean disableChunkedEncoding);

        /**
         * Whether the bucket stands in the path of a request rather than in its host name, as most services beside
         * Amazon's need it. Druid's default: false.
         */
        Builder enablePathStyleAccess(@Nullable Boolean enablePathStyleAccess);

        /** Whether buckets of all regions are reached. Druid's default: false. */
        Builder forceGlobalBucketAccessEnabled(@Nullable Boolean forceGlobalBucketAccessEnabled);

        /**
         * How long to wait for a connection. Positive. Written as milliseconds. Druid's default: 10 seconds. Since
         * Druid 37.
         */
        Builder connectionTimeout(@Nullable Duration connectionTimeout);

        /** The same, in milliseconds. */
        default Builder connectionTimeout(long millis) {
            return connectionTimeout(Duration.ofMillis(millis));
        }

        /**
         * How long to wait for data on a connection. Positive. Written as milliseconds. Druid's default: 50 seconds.
         * Since Druid 37.
         */
        Builder socketTimeout(@Nullable Duration socketTimeout);

        /** The same, in milliseconds. */
        default Builder socketTimeout(long millis) {
            return socketTimeout(Duration.ofMillis(millis));
        }

        /** Connections open at a time. Positive. Druid's default: 50. Since Druid 37. */
        Builder maxConnections(@Nullable Integer maxConnections);

        @Override
        default AwsClientConfig build() {
            return Specs.complete(((ImmutableAwsClientConfig.Builder) this).partial());
        }
    }
}
