package io.druidingest.input;

import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Objects in a cloud storage: listed, or all below a prefix.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources">input sources</a>
 */
public interface CloudInputSource extends InputSource {

    List<URI> uris();

    List<URI> prefixes();

    List<CloudObjectLocation> objects();

    @Nullable String objectGlob();

    Set<SystemField> systemFields();

    @Override
    default boolean needsFormat() {
        return true;
    }

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /**
         * The objects by their addresses, each with the scheme of the storage. Excludes {@link #prefixes} and {@link
         * #objects}.
         */
        B uris(Iterable<? extends URI> uris);

        /** The same, listed. */
        default B uris(URI... uris) {
            return uris(Arrays.asList(uris));
        }

        /**
         * The same, as text.
         *
         * @throws IllegalArgumentException if one is no URI
         */
        default B uris(String... uris) {
            return uris(Arrays.stream(uris).map(URI::create).collect(Collectors.toList()));
        }

        /**
         * All objects whose address begins so; empty ones are skipped. Excludes {@link #uris} and {@link #objects}.
         */
        B prefixes(Iterable<? extends URI> prefixes);

        /** The same, listed. */
        default B prefixes(URI... prefixes) {
            return prefixes(Arrays.asList(prefixes));
        }

        /**
         * The same, as text.
         *
         * @throws IllegalArgumentException if one is no URI
         */
        default B prefixes(String... prefixes) {
            return prefixes(Arrays.stream(prefixes).map(URI::create).collect(Collectors.toList()));
        }

        /** The objects by bucket and path. Excludes {@link #uris} and {@link #prefixes}. */
        B objects(Iterable<? extends CloudObjectLocation> objects);

        /** The same, listed. */
        default B objects(CloudObjectLocation... objects) {
            return objects(Arrays.asList(objects));
        }

        /**
         * Takes only the objects whose whole path, without the bucket, matches, for example {@code **.json}; a single
         * star stops at a slash.
         */
        B objectGlob(@Nullable String objectGlob);

        /** What to read about each object as fields of its rows. Since Druid 29. */
        B systemFields(Iterable<? extends SystemField> systemFields);

        /** The same, listed. */
        default B systemFields(SystemField... systemFields) {
            return systemFields(Arrays.asList(systemFields));
        }
    }
}
