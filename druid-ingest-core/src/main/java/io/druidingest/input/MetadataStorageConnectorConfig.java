package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.Sensitive;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How Druid connects to a database.
 *
 * @see <a href="https://druid.apache.org/docs/latest/configuration/#metadata-storage">metadata storage</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMetadataStorageConnectorConfig.Builder.class)
public interface MetadataStorageConnectorConfig extends SpecObject {

    @Sensitive
    @Nullable String connectURI();

    @Nullable String user();

    @Nullable Password password();

    @DruidDefault("\"localhost\"")
    @Nullable String host();

    @DruidDefault("1527")
    @Nullable Integer port();

    @DruidDefault("true")
    @Nullable Boolean createTables();

    @Sensitive
    Map<String, String> dbcp();

    static MetadataStorageConnectorConfig of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMetadataStorageConnectorConfig.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMetadataStorageConnectorConfig.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link MetadataStorageConnectorConfig}. */
    interface Builder extends SpecBuilder<MetadataStorageConnectorConfig, Builder> {

        /**
         * The JDBC address, for example {@code jdbc:mysql://host:3306/db}. Parameters in it have to be allowed by the
         * cluster.
         */
        Builder connectURI(@Nullable String connectURI);

        /** The user to log in as. */
        Builder user(@Nullable String user);

        /** The password of that user. */
        Builder password(@Nullable Password password);

        /** The same, in clear text: Druid stores it as it is. Prefer {@link Password#environment}. */
        default Builder password(String password) {
            return password(Password.of(password));
        }

        /**
         * The host of an embedded Derby database; others have it in {@link #connectURI}. Druid's default: {@code
         * localhost}.
         */
        Builder host(@Nullable String host);

        /** The port of an embedded Derby database. Druid's default: 1,527. */
        Builder port(@Nullable Integer port);

        /** Whether Druid makes its own tables; of no use to what only reads. Druid's default: true. */
        Builder createTables(@Nullable Boolean createTables);

        /** Settings of the connection pool, by name. */
        Builder dbcp(Map<String, ? extends String> dbcp);

        /** Adds one entry. */
        Builder dbcp(String key, String value);

        @Override
        default MetadataStorageConnectorConfig build() {
            return Specs.complete(((ImmutableMetadataStorageConnectorConfig.Builder) this).partial());
        }
    }
}
