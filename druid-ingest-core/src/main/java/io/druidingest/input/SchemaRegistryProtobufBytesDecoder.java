package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.Sensitive;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Descriptors of a Confluent schema registry.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/data-formats#protobuf-bytes-decoder">Protobuf decoders</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSchemaRegistryProtobufBytesDecoder.Builder.class)
public interface SchemaRegistryProtobufBytesDecoder extends ProtobufBytesDecoder {

    @Override
    @JsonProperty("type")
    default String type() {
        return "schema_registry";
    }

    @Nullable URI url();

    List<URI> urls();

    @DruidDefault("2147483647")
    @Nullable Integer capacity();

    @Sensitive
    Map<String, JsonNode> config();

    @Sensitive
    Map<String, JsonNode> headers();

    static SchemaRegistryProtobufBytesDecoder of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSchemaRegistryProtobufBytesDecoder.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSchemaRegistryProtobufBytesDecoder.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (url() == null && urls().isEmpty()) {
            at.at("urls").report(Rules.NOTHING_TO_READ, "is empty; name the registry");
        }
    }

    /** Makes a {@link SchemaRegistryProtobufBytesDecoder}. */
    interface Builder extends SpecBuilder<SchemaRegistryProtobufBytesDecoder, Builder> {

        /** Deprecated by Druid in favour of {@link #urls}. The registry. */
        Builder url(@Nullable URI url);

        /** The registry, at all its addresses. */
        Builder urls(Iterable<? extends URI> urls);

        /** The same, listed. */
        default Builder urls(URI... urls) {
            return urls(Arrays.asList(urls));
        }

        /**
         * The same, as text.
         *
         * @throws IllegalArgumentException if one is no URI
         */
        default Builder urls(String... urls) {
            return urls(Specs.each(urls, URI::create));
        }

        /** Schemas kept in memory. Druid's default: no limit. */
        Builder capacity(@Nullable Integer capacity);

        /** Settings of the registry client, by name. Secrets go below the key {@link DynamicConfigProvider#KEY}. */
        Builder config(Map<String, ? extends JsonNode> config);

        /** Adds one entry. */
        Builder config(String key, JsonNode value);

        /** Adds one entry. */
        default Builder config(String key, @Nullable Object value) {
            return config(key, SpecJson.tree(value));
        }

        /** Headers of the requests, by name. Secrets go below the key {@link DynamicConfigProvider#KEY}. */
        Builder headers(Map<String, ? extends JsonNode> headers);

        /** Adds one entry. */
        Builder header(String key, JsonNode value);

        /** Adds one entry. */
        default Builder header(String key, @Nullable Object value) {
            return header(key, SpecJson.tree(value));
        }

        @Override
        default SchemaRegistryProtobufBytesDecoder build() {
            return Specs.complete(((ImmutableSchemaRegistryProtobufBytesDecoder.Builder) this).partial());
        }
    }
}
