package io.druidingest.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A SQL statement with its settings.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/sql-api">SQL API</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableClientSqlQuery.Builder.class)
public interface ClientSqlQuery extends SpecObject {

    String query();

    Map<String, JsonNode> context();

    List<ClientSqlParameter> parameters();

    @Nullable String resultFormat();

    @DruidDefault("false")
    @Nullable Boolean header();

    @DruidDefault("false")
    @Nullable Boolean typesHeader();

    @DruidDefault("false")
    @Nullable Boolean sqlTypesHeader();

    static ClientSqlQuery of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableClientSqlQuery.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableClientSqlQuery.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link ClientSqlQuery}. */
    interface Builder extends SpecBuilder<ClientSqlQuery, Builder> {

        /** The statement: {@code INSERT} or {@code REPLACE} where it is to write. Required. */
        Builder query(String query);

        /** Settings of the run by Druid's names. Replaces those set before. */
        Builder context(Map<String, ? extends JsonNode> context);

        /** Adds one entry. */
        Builder context(String key, JsonNode value);

        /** Adds one entry. */
        default Builder context(String key, @Nullable Object value) {
            return context(key, SpecJson.tree(value));
        }

        /** The values of the {@code ?} in the statement, in order. Replaces those set before. */
        Builder parameters(Iterable<? extends ClientSqlParameter> parameters);

        /** The same, listed. */
        default Builder parameters(ClientSqlParameter... parameters) {
            return parameters(Arrays.asList(parameters));
        }

        /** How rows are given back, for example {@code object} or {@code csv}. Of no use where rows are written. */
        Builder resultFormat(@Nullable String resultFormat);

        /** Whether the names of the columns come first. Druid's default: false. */
        Builder header(@Nullable Boolean header);

        /** Whether Druid's types of the columns come next. Druid's default: false. */
        Builder typesHeader(@Nullable Boolean typesHeader);

        /** Whether the SQL types of the columns come next. Druid's default: false. */
        Builder sqlTypesHeader(@Nullable Boolean sqlTypesHeader);

        @Override
        default ClientSqlQuery build() {
            return Specs.complete(((ImmutableClientSqlQuery.Builder) this).partial());
        }
    }
}
