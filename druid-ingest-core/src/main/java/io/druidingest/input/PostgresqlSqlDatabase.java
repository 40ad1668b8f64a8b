package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A PostgreSQL database. Needs the extension {@code postgresql-metadata-storage}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#sql-input-source">SQL input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutablePostgresqlSqlDatabase.Builder.class)
public interface PostgresqlSqlDatabase extends SqlDatabase {

    @Override
    @JsonProperty("type")
    default String type() {
        return "postgresql";
    }

    MetadataStorageConnectorConfig connectorConfig();

    static PostgresqlSqlDatabase of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutablePostgresqlSqlDatabase.Builder();
    }

    default Builder toBuilder() {
        return new ImmutablePostgresqlSqlDatabase.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link PostgresqlSqlDatabase}. */
    interface Builder extends SpecBuilder<PostgresqlSqlDatabase, Builder> {

        /** How to connect. Required. */
        Builder connectorConfig(MetadataStorageConnectorConfig connectorConfig);

        /** The same, built here. */
        default Builder connectorConfig(UnaryOperator<MetadataStorageConnectorConfig.Builder> b) {
            return connectorConfig(MetadataStorageConnectorConfig.of(b));
        }

        @Override
        default PostgresqlSqlDatabase build() {
            return Specs.complete(((ImmutablePostgresqlSqlDatabase.Builder) this).partial());
        }
    }
}
