package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A MySQL or MariaDB database. Needs the extension {@code mysql-metadata-storage}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#sql-input-source">SQL input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMysqlSqlDatabase.Builder.class)
public interface MysqlSqlDatabase extends SqlDatabase {

    @Override
    @JsonProperty("type")
    default String type() {
        return "mysql";
    }

    MetadataStorageConnectorConfig connectorConfig();

    @Nullable String driverClassName();

    static MysqlSqlDatabase of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMysqlSqlDatabase.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMysqlSqlDatabase.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link MysqlSqlDatabase}. */
    interface Builder extends SpecBuilder<MysqlSqlDatabase, Builder> {

        /** How to connect. Required. */
        Builder connectorConfig(MetadataStorageConnectorConfig connectorConfig);

        /** The same, built here. */
        default Builder connectorConfig(UnaryOperator<MetadataStorageConnectorConfig.Builder> b) {
            return connectorConfig(MetadataStorageConnectorConfig.of(b));
        }

        /**
         * The JDBC driver, for example {@code org.mariadb.jdbc.Driver}. Druid's default: the driver of the cluster.
         */
        Builder driverClassName(@Nullable String driverClassName);

        @Override
        default MysqlSqlDatabase build() {
            return Specs.complete(((ImmutableMysqlSqlDatabase.Builder) this).partial());
        }
    }
}
