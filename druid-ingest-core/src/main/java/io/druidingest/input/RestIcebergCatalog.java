package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.Sensitive;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A catalog behind the REST protocol of Iceberg. Since Druid 32.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#catalog-object">catalogs</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRestIcebergCatalog.Builder.class)
public interface RestIcebergCatalog extends IcebergCatalog {

    @Override
    @JsonProperty("type")
    default String type() {
        return "rest";
    }

    String catalogUri();

    @Sensitive
    Map<String, JsonNode> catalogProperties();

    static RestIcebergCatalog of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRestIcebergCatalog.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRestIcebergCatalog.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link RestIcebergCatalog}. */
    interface Builder extends SpecBuilder<RestIcebergCatalog, Builder> {

        /** Where it answers. Required. */
        Builder catalogUri(String catalogUri);

        /** Settings of the catalog, by name. Secrets go below the key {@link DynamicConfigProvider#KEY}. */
        Builder catalogProperties(Map<String, ? extends JsonNode> catalogProperties);

        /** Adds one entry. */
        Builder catalogProperty(String key, JsonNode value);

        /** Adds one entry. */
        default Builder catalogProperty(String key, @Nullable Object value) {
            return catalogProperty(key, SpecJson.tree(value));
        }

        @Override
        default RestIcebergCatalog build() {
            return Specs.complete(((ImmutableRestIcebergCatalog.Builder) this).partial());
        }
    }
}
