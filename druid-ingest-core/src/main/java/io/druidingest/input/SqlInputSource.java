package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a relational database. Druid gives each query to a sub-task of its own.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#sql-input-source">SQL input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSqlInputSource.Builder.class)
public interface SqlInputSource extends InputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "sql";
    }

    SqlDatabase database();

    List<String> sqls();

    @DruidDefault("false")
    @Nullable Boolean foldCase();

    static SqlInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSqlInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSqlInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (sqls().isEmpty()) {
            at.at("sqls").report(Rules.NOTHING_TO_READ, "is empty; give at least one query");
        }
    }

    /** Makes a {@link SqlInputSource}. */
    interface Builder extends SpecBuilder<SqlInputSource, Builder> {

        /** The database. Required. */
        Builder database(SqlDatabase database);

        /** The queries. At least one. */
        Builder sqls(Iterable<String> sqls);

        /** The same, listed. */
        default Builder sqls(String... sqls) {
            return sqls(Arrays.asList(sqls));
        }

        /** Whether column names are made lower case. Druid's default: false. */
        Builder foldCase(@Nullable Boolean foldCase);

        @Override
        default SqlInputSource build() {
            return Specs.complete(((ImmutableSqlInputSource.Builder) this).partial());
        }
    }
}
