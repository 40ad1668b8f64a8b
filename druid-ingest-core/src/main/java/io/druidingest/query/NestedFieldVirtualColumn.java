package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * A value within a column of JSON.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns#nested-field-virtual-column">virtual columns</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableNestedFieldVirtualColumn.Builder.class)
public interface NestedFieldVirtualColumn extends VirtualColumn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "nested-field";
    }

    String outputName();

    String columnName();

    @Nullable String path();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable List<NestedPathPart> pathParts();

    @DruidDefault("false")
    @Nullable Boolean useJqSyntax();

    @Nullable ColumnType expectedType();

    @DruidDefault("false")
    @Nullable Boolean processFromRaw();

    static NestedFieldVirtualColumn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableNestedFieldVirtualColumn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableNestedFieldVirtualColumn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if ((path() == null) == (pathParts() == null)) {
            at.report(Rules.ONE_OF_TWO, "needs exactly one of path and pathParts; set one");
        }
        if (path() != null && parts(path()) == null) {
            at.at("path")
                    .report(
                            Rules.ILLEGAL_PATTERN,
                            "\"" + path() + "\" is no path; write it as "
                                    + (isJq() ? ".user.ids[0], for jq" : "$.user.ids[0]"));
        }
    }

    /** A path comes back as its parts. */
    @Override
    default void normalize(ObjectNode json) {
        ArrayNode parts = path() == null ? null : parts(path());
        if (parts != null) {
            json.set("pathParts", parts);
            json.remove("path");
        }
        json.remove("useJqSyntax");
    }

    private @Nullable ArrayNode parts(String path) {
        return NestedPath.parts(path, isJq());
    }

    private boolean isJq() {
        return Boolean.TRUE.equals(useJqSyntax());
    }

    @Override
    default String makes() {
        return outputName();
    }

    @Override
    default List<String> reads() {
        return List.of(columnName());
    }

    /** Makes a {@link NestedFieldVirtualColumn}. */
    interface Builder extends SpecBuilder<NestedFieldVirtualColumn, Builder> {

        /** The column that it makes. Required. */
        Builder outputName(String outputName);

        /** The column of JSON. Required. */
        Builder columnName(String columnName);

        /**
         * Where the value stands, in JSONPath, for example {@code $.user.id}. Excludes {@link #pathParts}; one of the
         * two is required.
         */
        Builder path(@Nullable String path);

        /** The same, in parts; none is the whole. Excludes {@link #path}. */
        Builder pathParts(@Nullable Iterable<? extends NestedPathPart> pathParts);

        /** The same, listed. */
        default Builder pathParts(NestedPathPart... pathParts) {
            return pathParts(Arrays.asList(pathParts));
        }

        /** Whether {@link #path} is written as for jq, for example {@code .user.id}. Druid's default: false. */
        Builder useJqSyntax(@Nullable Boolean useJqSyntax);

        /** The type that values are read as. Druid's default: what they are. */
        Builder expectedType(@Nullable ColumnType expectedType);

        /**
         * Whether the whole JSON is read rather than the column of the value, as arrays and objects need. Druid's
         * default: false.
         */
        Builder processFromRaw(@Nullable Boolean processFromRaw);

        @Override
        default NestedFieldVirtualColumn build() {
            return Specs.complete(((ImmutableNestedFieldVirtualColumn.Builder) this).partial());
        }
    }
}
