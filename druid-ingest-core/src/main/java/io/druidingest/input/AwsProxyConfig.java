package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.Sensitive;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The proxy between Druid and the S3 service.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/s3#connecting-to-s3-configuration">connecting to S3</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAwsProxyConfig.Builder.class)
public interface AwsProxyConfig extends SpecObject {

    @Nullable String host();

    @DruidDefault("-1")
    @Nullable Integer port();

    @Nullable String username();

    @Sensitive
    @Nullable String password();

    static AwsProxyConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAwsProxyConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAwsProxyConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link AwsProxyConfig}. */
    interface Builder extends SpecBuilder<AwsProxyConfig, Builder> {

        /** The host of the proxy. */
        Builder host(@Nullable String host);

        /** Its port. Druid's default: -1, the port of the protocol. */
        Builder port(@Nullable Integer port);

        /** The user to log in as. */
        Builder username(@Nullable String username);

        /** The password of that user. Druid stores it as it is. */
        Builder password(@Nullable String password);

        @Override
        default AwsProxyConfig build() {
            return Specs.complete(((ImmutableAwsProxyConfig.Builder) this).partial());
        }
    }
}
