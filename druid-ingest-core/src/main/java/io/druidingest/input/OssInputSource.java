package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.net.URI;
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
public interface OssInputSource extends InputSource, CloudInputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "oss";
    }

    @JsonProperty("properties")
    @Nullable OssClientConfig config();

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
        CloudObjects.check("oss", this, at);
    }

    /** Makes an {@link OssInputSource}. */
    interface Builder extends CloudInputSource.Builder<OssInputSource, Builder> {

        /** The objects, each as {@code oss://bucket/path}. Excludes {@link #prefixes} and {@link #objects}. */
        @Override
        Builder uris(Iterable<? extends URI> uris);

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
