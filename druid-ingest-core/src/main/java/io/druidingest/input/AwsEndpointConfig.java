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
 * The S3 service to read from, if it is not Amazon's own or not in the cluster's region.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/s3#connecting-to-s3-configuration">connecting to S3</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAwsEndpointConfig.Builder.class)
public interface AwsEndpointConfig extends SpecObject {

    @Nullable String url();

    @Nullable String signingRegion();

    static AwsEndpointConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAwsEndpointConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAwsEndpointConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link AwsEndpointConfig}. */
    interface Builder extends SpecBuilder<AwsEndpointConfig, Builder> {

        /** The address of the service, for example {@code s3.eu-west-1.amazonaws.com}. */
        Builder url(@Nullable String url);

        /** The region that requests are signed for, for example {@code eu-west-1}. */
        Builder signingRegion(@Nullable String signingRegion);

        @Override
        default AwsEndpointConfig build() {
            return Specs.complete(((ImmutableAwsEndpointConfig.Builder) this).partial());
        }
    }
}
