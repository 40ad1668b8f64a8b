package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Objects in the Azure storage account of the cluster. Needs the extension {@code druid-azure-extensions}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#azure-input-source">Azure input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAzureInputSource.Builder.class)
public interface AzureInputSource extends InputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "azure";
    }

    List<URI> uris();

    List<URI> prefixes();

    List<CloudObjectLocation> objects();

    @Nullable String objectGlob();

    Set<SystemField> systemFields();

    @Override
    default boolean needsFormat() {
        return true;
    }

    static AzureInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAzureInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAzureInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        CloudObjects.check("azure", uris(), prefixes(), objects(), objectGlob(), systemFields(), at);
    }

    /** Makes an {@link AzureInputSource}. */
    interface Builder extends SpecBuilder<AzureInputSource, Builder> {

        /** The objects, each as {@code azure://container/path}. Excludes {@link #prefixes} and {@link #objects}. */
        Builder uris(Iterable<? extends URI> uris);

        /** The same, listed. */
        default Builder uris(URI... uris) {
            return uris(Arrays.asList(uris));
        }

        /**
         * The same, as text.
         *
         * @throws IllegalArgumentException if one is no URI
         */
        default Builder uris(String... uris) {
            return uris(Specs.each(uris, URI::create));
        }

        /**
         * All objects whose address begins so; empty ones are skipped. Excludes {@link #uris} and {@link #objects}.
         */
        Builder prefixes(Iterable<? extends URI> prefixes);

        /** The same, listed. */
        default Builder prefixes(URI... prefixes) {
            return prefixes(Arrays.asList(prefixes));
        }

        /**
         * The same, as text.
         *
         * @throws IllegalArgumentException if one is no URI
         */
        default Builder prefixes(String... prefixes) {
            return prefixes(Specs.each(prefixes, URI::create));
        }

        /** The objects by bucket and path. Excludes {@link #uris} and {@link #prefixes}. */
        Builder objects(Iterable<? extends CloudObjectLocation> objects);

        /** The same, listed. */
        default Builder objects(CloudObjectLocation... objects) {
            return objects(Arrays.asList(objects));
        }

        /**
         * Takes only the objects whose whole path, without the bucket, matches, for example {@code **.json}; a single
         * star stops at a slash.
         */
        Builder objectGlob(@Nullable String objectGlob);

        /** What to read about each object as fields of its rows. Since Druid 29. */
        Builder systemFields(Iterable<? extends SystemField> systemFields);

        /** The same, listed. */
        default Builder systemFields(SystemField... systemFields) {
            return systemFields(Arrays.asList(systemFields));
        }

        @Override
        default AzureInputSource build() {
            return Specs.complete(((ImmutableAzureInputSource.Builder) this).partial());
        }
    }
}
