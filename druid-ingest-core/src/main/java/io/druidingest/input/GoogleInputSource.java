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
 * Objects in Google Cloud Storage. Needs the extension {@code druid-google-extensions}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#google-cloud-storage-input-source">Google Cloud Storage input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableGoogleInputSource.Builder.class)
public interface GoogleInputSource extends InputSource, CloudInputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "google";
    }

    static GoogleInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableGoogleInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableGoogleInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        CloudObjects.check("gs", this, at);
    }

    /** Makes a {@link GoogleInputSource}. */
    interface Builder extends CloudInputSource.Builder<GoogleInputSource, Builder> {

        /** The objects, each as {@code gs://bucket/path}. Excludes {@link #prefixes} and {@link #objects}. */
        @Override
        Builder uris(Iterable<? extends URI> uris);

        @Override
        default GoogleInputSource build() {
            return Specs.complete(((ImmutableGoogleInputSource.Builder) this).partial());
        }
    }
}
