package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.query.DimensionSpec;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An estimate of the number of distinct values in one or several columns, stored as {@link HyperUniqueMetric} is.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations#cardinality-hyperunique">cardinality</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCardinalityMetric.Builder.class)
public interface CardinalityMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "cardinality";
    }

    @Override
    String name();

    List<DimensionSpec> fields();

    List<String> fieldNames();

    @DruidDefault("false")
    @Nullable Boolean byRow();

    @DruidDefault("false")
    @Nullable Boolean round();

    static CardinalityMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCardinalityMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCardinalityMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (fields().isEmpty() == fieldNames().isEmpty()) {
            at.report(
                    Rules.METRIC_COLUMNS,
                    "\"" + name() + "\" needs exactly one of fields and fieldNames; name the columns in fields");
        }
    }

    /** Names of columns come back as what reads them. */
    @Override
    default void normalize(ObjectNode json) {
        JsonNode names = json.remove("fieldNames");
        if (names != null && !names.isEmpty()) {
            ArrayNode fields = json.putArray("fields");
            names.forEach(name -> fields.addObject().put("type", "default").set("dimension", name));
        }
    }

    /** Makes a {@link CardinalityMetric}. */
    interface Builder extends SpecBuilder<CardinalityMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The columns. Excludes {@link #fieldNames}; one of the two is required. */
        Builder fields(Iterable<? extends DimensionSpec> fields);

        /** The same, listed. */
        default Builder fields(DimensionSpec... fields) {
            return fields(Arrays.asList(fields));
        }

        /** Deprecated by Druid in favour of {@code fields}. The columns by name. Excludes {@link #fields}. */
        Builder fieldNames(Iterable<String> fieldNames);

        /** The same, listed. */
        default Builder fieldNames(String... fieldNames) {
            return fieldNames(Arrays.asList(fieldNames));
        }

        /** Whether distinct combinations are counted instead of distinct values. Druid's default: false. */
        Builder byRow(@Nullable Boolean byRow);

        /** Whether queries give whole numbers. Druid's default: false. */
        Builder round(@Nullable Boolean round);

        @Override
        default CardinalityMetric build() {
            return Specs.complete(((ImmutableCardinalityMetric.Builder) this).partial());
        }
    }
}
