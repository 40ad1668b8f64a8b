package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.Sensitive;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A catalog in a folder. For tests.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#catalog-object">catalogs</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableLocalIcebergCatalog.Builder.class)
public interface LocalIcebergCatalog extends IcebergCatalog {

    @Override
    @JsonProperty("type")
    default String type() {
        return "local";
    }

    String warehousePath();

    @Sensitive
    Map<String, String> catalogProperties();

    @DruidDefault("true")
    @Nullable Boolean caseSensitive();

    static LocalIcebergCatalog of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableLocalIcebergCatalog.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableLocalIcebergCatalog.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link LocalIcebergCatalog}. */
    interface Builder extends SpecBuilder<LocalIcebergCatalog, Builder> {

        /** The folder. Required. */
        Builder warehousePath(String warehousePath);

        /** Settings of the catalog, by name. Druid fails without any. */
        Builder catalogProperties(Map<String, ? extends String> catalogProperties);

        /** Adds one entry. */
        Builder catalogProperty(String key, String value);

        /** Whether column names are told apart by case. Druid's default: true. Since Druid 31. */
        Builder caseSensitive(@Nullable Boolean caseSensitive);

        @Override
        default LocalIcebergCatalog build() {
            return Specs.complete(((ImmutableLocalIcebergCatalog.Builder) this).partial());
        }
    }
}
