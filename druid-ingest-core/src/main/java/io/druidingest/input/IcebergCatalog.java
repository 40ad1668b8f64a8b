package io.druidingest.input;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * The catalog that knows where the tables of an {@link IcebergInputSource} are.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#catalog-object">catalogs</a>
 */
@Family(
        value = {
            @Variant(id = "hive", type = HiveIcebergCatalog.class),
            @Variant(id = "glue", type = GlueIcebergCatalog.class),
            @Variant(id = "rest", type = RestIcebergCatalog.class),
            @Variant(id = "local", type = LocalIcebergCatalog.class),
        },
        unknown = UnknownIcebergCatalog.class)
public interface IcebergCatalog extends SpecObject {

    /** The type id. */
    String type();

    /** A Hive metastore. */
    static IcebergCatalog hive(
            String catalogUri, String warehousePath, UnaryOperator<HiveIcebergCatalog.Builder> more) {
        return HiveIcebergCatalog.of(b -> more.apply(b.catalogUri(catalogUri).warehousePath(warehousePath)));
    }

    /** AWS Glue. */
    static IcebergCatalog glue(UnaryOperator<GlueIcebergCatalog.Builder> b) {
        return GlueIcebergCatalog.of(b);
    }

    /** A REST catalog. */
    static IcebergCatalog rest(String catalogUri, UnaryOperator<RestIcebergCatalog.Builder> more) {
        return RestIcebergCatalog.of(b -> more.apply(b.catalogUri(catalogUri)));
    }

    /** A folder. Druid fails without any catalogProperties. */
    static IcebergCatalog local(String warehousePath, UnaryOperator<LocalIcebergCatalog.Builder> more) {
        return LocalIcebergCatalog.of(b -> more.apply(b.warehousePath(warehousePath)));
    }
}
