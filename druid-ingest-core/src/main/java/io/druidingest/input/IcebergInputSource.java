package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An Iceberg table. Needs the extension {@code druid-iceberg-extensions} and that of the storage its files are in.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#iceberg-input-source">Iceberg input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIcebergInputSource.Builder.class)
public interface IcebergInputSource extends InputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "iceberg";
    }

    String tableName();

    String namespace();

    IcebergCatalog icebergCatalog();

    @Nullable IcebergFilter icebergFilter();

    InputSourceFactory warehouseSource();

    @Nullable Instant snapshotTime();

    @DruidDefault("\"ignore\"")
    @Nullable ResidualFilterMode residualFilterMode();

    @Override
    default boolean needsFormat() {
        return true;
    }

    static IcebergInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIcebergInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIcebergInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link IcebergInputSource}. */
    interface Builder extends SpecBuilder<IcebergInputSource, Builder> {

        /** The table. Required. */
        Builder tableName(String tableName);

        /** The namespace that the table is in. Required. */
        Builder namespace(String namespace);

        /** The catalog that knows the table. Required. */
        Builder icebergCatalog(IcebergCatalog icebergCatalog);

        /**
         * Which data files to read. A help to skip files: rows it leaves over are told by {@link #residualFilterMode}.
         */
        Builder icebergFilter(@Nullable IcebergFilter icebergFilter);

        /** Reads the data files. Required. */
        Builder warehouseSource(InputSourceFactory warehouseSource);

        /** Reads the table as it was then. Druid's default: as it is. */
        Builder snapshotTime(@Nullable Instant snapshotTime);

        /**
         * What becomes of rows that the filter should leave out, but not their whole file. Druid's default: {@code
         * ignore}. Since Druid 37.
         */
        Builder residualFilterMode(@Nullable ResidualFilterMode residualFilterMode);

        @Override
        default IcebergInputSource build() {
            return Specs.complete(((ImmutableIcebergInputSource.Builder) this).partial());
        }
    }
}
