package io.druidingest.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A value for a {@code ?} of a SQL statement.
 *
 * @see <a href="https://druid.apache.org/docs/latest/api-reference/sql-api">SQL API</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableClientSqlParameter.Builder.class)
public interface ClientSqlParameter extends SpecObject {

    String type();

    JsonNode value();

    static ClientSqlParameter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableClientSqlParameter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableClientSqlParameter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link ClientSqlParameter}. */
    interface Builder extends SpecBuilder<ClientSqlParameter, Builder> {

        /** The SQL type, for example {@code VARCHAR}, {@code BIGINT} or {@code TIMESTAMP}. Required. */
        Builder type(String type);

        /** The value. Required. */
        Builder value(JsonNode value);

        /** The same, as a string, number, list or map. */
        default Builder value(Object value) {
            return value(SpecJson.tree(value));
        }

        @Override
        default ClientSqlParameter build() {
            return Specs.complete(((ImmutableClientSqlParameter.Builder) this).partial());
        }
    }
}
