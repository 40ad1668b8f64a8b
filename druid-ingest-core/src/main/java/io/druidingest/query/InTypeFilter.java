package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows where a column has one of some values, compared by type.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters">filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableInTypeFilter.Builder.class)
public interface InTypeFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "inType";
    }

    String column();

    ColumnType matchValueType();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable List<JsonNode> values();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable List<JsonNode> sortedValues();

    @Nullable FilterTuning filterTuning();

    static InTypeFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableInTypeFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableInTypeFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if ((values() == null) == (sortedValues() == null)) {
            at.report(Rules.ONE_OF_TWO, "needs exactly one of values and sortedValues; set values");
        }
        if (!matchValueType().isPrimitive()) {
            at.at("matchValueType")
                    .report(
                            Rules.MATCH_VALUE,
                            matchValueType() + " cannot be looked up; use STRING, LONG, DOUBLE or FLOAT");
        }
        if (values() != null) {
            MatchValues.check(matchValueType(), values(), at.at("values"));
        }
        if (sortedValues() != null) {
            MatchValues.check(matchValueType(), sortedValues(), at.at("sortedValues"));
        }
    }

    /** The values come back sorted, as what they are compared as. */
    @Override
    default void normalize(ObjectNode json) {
        JsonNode values = json.has("values") ? json.get("values") : json.remove("sortedValues");
        if (values != null) {
            json.set("values", MatchValues.sorted(matchValueType(), values));
        }
    }

    /** Makes an {@link InTypeFilter}. */
    interface Builder extends SpecBuilder<InTypeFilter, Builder> {

        /** The column. Required. */
        Builder column(String column);

        /** The type that values are compared as. Required. */
        Builder matchValueType(ColumnType matchValueType);

        /**
         * The values, in any order; null among them matches rows without a value. Excludes {@link #sortedValues}; one
         * of the two is required.
         */
        Builder values(@Nullable Iterable<? extends JsonNode> values);

        /** The same, listed: strings, numbers, null. */
        default Builder values(@Nullable Object... values) {
            return values(Arrays.stream(values).map(SpecJson::tree).collect(Collectors.toList()));
        }

        /**
         * The values, in ascending order, null first: Druid believes it and does not sort. Excludes {@link #values}.
         */
        Builder sortedValues(@Nullable Iterable<? extends JsonNode> sortedValues);

        /** The same, listed: strings, numbers, null. */
        default Builder sortedValues(@Nullable Object... sortedValues) {
            return sortedValues(Arrays.stream(sortedValues).map(SpecJson::tree).collect(Collectors.toList()));
        }

        /** Whether and when indexes are used. Druid's default: Druid decides. */
        Builder filterTuning(@Nullable FilterTuning filterTuning);

        /** The same, built here. */
        default Builder filterTuning(UnaryOperator<FilterTuning.Builder> b) {
            return filterTuning(FilterTuning.of(b));
        }

        @Override
        default InTypeFilter build() {
            return Specs.complete(((ImmutableInTypeFilter.Builder) this).partial());
        }
    }
}
