package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where and as whom Druid reads from Alibaba Cloud.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/aliyun-oss">Aliyun OSS</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableOssClientConfig.Builder.class)
public interface OssClientConfig extends SpecObject {

    @Nullable String endpoint();

    Password accessKey();

    Password secretKey();

    static OssClientConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableOssClientConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableOssClientConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link OssClientConfig}. */
    interface Builder extends SpecBuilder<OssClientConfig, Builder> {

        /** The address of the service, for example {@code oss-cn-hangzhou.aliyuncs.com}. */
        Builder endpoint(@Nullable String endpoint);

        /** The id of the access key. Required. */
        Builder accessKey(Password accessKey);

        /** The same, in clear text: Druid stores it as it is. Prefer {@link Password#environment}. */
        default Builder accessKey(String accessKey) {
            return accessKey(Password.of(accessKey));
        }

        /** The secret of the access key. Required. */
        Builder secretKey(Password secretKey);

        /** The same, in clear text: Druid stores it as it is. Prefer {@link Password#environment}. */
        default Builder secretKey(String secretKey) {
            return secretKey(Password.of(secretKey));
        }

        @Override
        default OssClientConfig build() {
            return Specs.complete(((ImmutableOssClientConfig.Builder) this).partial());
        }
    }
}
