package io.druidingest.input;

import com.fasterxml.jackson.databind.JsonNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.Sensitive;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a Confluent schema registry is, and how it is asked. */
public interface SchemaRegistry extends SpecObject {

    @Nullable URI url();

    List<URI> urls();

    @DruidDefault("2147483647")
    @Nullable Integer capacity();

    @Sensitive
    Map<String, JsonNode> config();

    @Sensitive
    Map<String, JsonNode> headers();

    @Override
    default void check(Findings at) {
        if (url() == null && urls().isEmpty()) {
            at.at("urls").report(Rules.NOTHING_TO_READ, "is empty; name the registry");
        }
    }

    /**
     * Sets them.
     *
     * @param <T> what is made
     * @param <B> the builder itself
     */
    interface Builder<T extends SpecObject, B extends Builder<T, B>> extends SpecBuilder<T, B> {

        /** Deprecated by Druid in favour of {@link #urls}. The registry. */
        B url(@Nullable URI url);

        /** The registry, at all its addresses. */
        B urls(Iterable<? extends URI> urls);

        /** The same, listed. */
        default B urls(URI... urls) {
            return urls(Arrays.asList(urls));
        }

        /**
         * The same, as text.
         *
         * @throws IllegalArgumentException if one is no URI
         */
        default B urls(String... urls) {
            return urls(Arrays.stream(urls).map(URI::create).collect(Collectors.toList()));
        }

        /** Schemas kept in memory. Druid's default: no limit. */
        B capacity(@Nullable Integer capacity);

        /** Settings of the registry client, by name. Secrets go below the key {@link DynamicConfigProvider#KEY}. */
        B config(Map<String, ? extends JsonNode> config);

        /** Adds one entry. */
        B config(String key, JsonNode value);

        /** Adds one entry. */
        default B config(String key, @Nullable Object value) {
            return config(key, SpecJson.tree(value));
        }

        /** Headers of the requests, by name. Secrets go below the key {@link DynamicConfigProvider#KEY}. */
        B headers(Map<String, ? extends JsonNode> headers);

        /** Adds one entry. */
        B header(String key, JsonNode value);

        /** Adds one entry. */
        default B header(String key, @Nullable Object value) {
            return header(key, SpecJson.tree(value));
        }
    }
}
