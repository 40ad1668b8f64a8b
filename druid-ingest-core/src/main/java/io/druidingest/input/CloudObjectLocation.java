package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * One object of cloud storage.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#s3-input-source">S3 input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCloudObjectLocation.Builder.class)
public interface CloudObjectLocation extends SpecObject {

    String bucket();

    String path();

    /** The object of that key in that bucket. */
    static CloudObjectLocation of(String bucket, String path) {
        return of(b -> b.bucket(bucket).path(path));
    }

    static CloudObjectLocation of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCloudObjectLocation.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCloudObjectLocation.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link CloudObjectLocation}. */
    interface Builder extends SpecBuilder<CloudObjectLocation, Builder> {

        /** The bucket or container; the storage account for {@code azureStorage}. Required. */
        Builder bucket(String bucket);

        /** The key of the object in it, without a leading slash. Required. */
        Builder path(String path);

        @Override
        default CloudObjectLocation build() {
            return Specs.complete(((ImmutableCloudObjectLocation.Builder) this).partial());
        }
    }
}
