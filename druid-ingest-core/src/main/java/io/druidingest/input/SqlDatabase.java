package io.druidingest.input;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * The database that a {@link SqlInputSource} reads.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#sql-input-source">SQL input source</a>
 */
@Family(
        value = {
            @Variant(id = "mysql", type = MysqlSqlDatabase.class),
            @Variant(id = "postgresql", type = PostgresqlSqlDatabase.class),
        },
        unknown = UnknownSqlDatabase.class)
public interface SqlDatabase extends SpecObject {

    /** The type id. */
    String type();

    /** A MySQL or MariaDB database. */
    static SqlDatabase mysql(UnaryOperator<MetadataStorageConnectorConfig.Builder> connectorConfig) {
        return MysqlSqlDatabase.of(b -> b.connectorConfig(connectorConfig));
    }

    /** A PostgreSQL database. */
    static SqlDatabase postgresql(UnaryOperator<MetadataStorageConnectorConfig.Builder> connectorConfig) {
        return PostgresqlSqlDatabase.of(b -> b.connectorConfig(connectorConfig));
    }
}
