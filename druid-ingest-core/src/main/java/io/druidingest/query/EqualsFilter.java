package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows where a column has a value, compared by type.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#equality-filter">equality filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableEqualsFilter.Builder.class)
public interface EqualsFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "equals";
    }

    String column();

    ColumnType matchValueType();

    JsonNode matchValue();

    @Nullable FilterTuning filterTuning();

    static EqualsFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableEqualsFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableEqualsFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        MatchValues.check(matchValueType(), matchValue(), at.at("matchValue"));
    }

    /** Makes an {@link EqualsFilter}. */
    interface Builder extends SpecBuilder<EqualsFilter, Builder> {

        /** The column. Required. */
        Builder column(String column);

        /** The type that values are compared as. Required. */
        Builder matchValueType(ColumnType matchValueType);

        /** The value, a list for an array; not null, see {@link Filter#isNull}. Required. */
        Builder matchValue(JsonNode matchValue);

        /** The same, as a string, number, list or map. */
        default Builder matchValue(Object matchValue) {
            return matchValue(SpecJson.tree(matchValue));
        }

        /** Whether and when indexes are used. Druid's default: Druid decides. */
        Builder filterTuning(@Nullable FilterTuning filterTuning);

        /** The same, built here. */
        default Builder filterTuning(UnaryOperator<FilterTuning.Builder> b) {
            return filterTuning(FilterTuning.of(b));
        }

        @Override
        default EqualsFilter build() {
            return Specs.complete(((ImmutableEqualsFilter.Builder) this).partial());
        }
    }
}
