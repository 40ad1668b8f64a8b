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
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A catalog in AWS Glue. Since Druid 31.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#catalog-object">catalogs</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableGlueIcebergCatalog.Builder.class)
public interface GlueIcebergCatalog extends IcebergCatalog {

    @Override
    @JsonProperty("type")
    default String type() {
        return "glue";
    }

    @Sensitive
    Map<String, JsonNode> catalogProperties();

    @DruidDefault("true")
    @Nullable Boolean caseSensitive();

    static GlueIcebergCatalog of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableGlueIcebergCatalog.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableGlueIcebergCatalog.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link GlueIcebergCatalog}. */
    interface Builder extends SpecBuilder<GlueIcebergCatalog, Builder> {

        /** Settings of the catalog, by name. Secrets go below the key {@link DynamicConfigProvider#KEY}. */
        Builder catalogProperties(Map<String, ? extends JsonNode> catalogProperties);

        /** Adds one entry. */
        Builder catalogProperty(String key, JsonNode value);

        /** Adds one entry. */
        default Builder catalogProperty(String key, @Nullable Object value) {
            return catalogProperty(key, SpecJson.tree(value));
        }

        /** Whether column names are told apart by case. Druid's default: true. Since Druid 31. */
        Builder caseSensitive(@Nullable Boolean caseSensitive);

        @Override
        default GlueIcebergCatalog build() {
            return Specs.complete(((ImmutableGlueIcebergCatalog.Builder) this).partial());
        }
    }
}
