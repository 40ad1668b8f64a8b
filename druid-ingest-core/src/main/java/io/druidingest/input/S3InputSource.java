package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Objects in Amazon S3, or in a storage that speaks its protocol. Needs the extension {@code druid-s3-extensions}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#s3-input-source">S3 input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableS3InputSource.Builder.class)
public interface S3InputSource extends InputSource, CloudInputSource, S3Access {

    @Override
    @JsonProperty("type")
    default String type() {
        return "s3";
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
        CloudObjects.check("s3", this, at);
    }

    /** Makes a {@link S3InputSource}. */
    interface Builder
            extends CloudInputSource.Builder<S3InputSource, Builder>, S3Access.Builder<S3InputSource, Builder> {

        /** The objects, each as {@code s3://bucket/path}. Excludes {@link #prefixes} and {@link #objects}. */
        @Override
        Builder uris(Iterable<? extends URI> uris);

        @Override
        default S3InputSource build() {
            return Specs.complete(((ImmutableS3InputSource.Builder) this).partial());
        }
    }
}
