package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows where an array has an element.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#array-contains-element-filter">array contains element filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableArrayContainsElementFilter.Builder.class)
public interface ArrayContainsElementFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "arrayContainsElement";
    }

    String column();

    ColumnType elementMatchValueType();

    @Nullable JsonNode elementMatchValue();

    @Nullable FilterTuning filterTuning();

    static ArrayContainsElementFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableArrayContainsElementFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableArrayContainsElementFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link ArrayContainsElementFilter}. */
    interface Builder extends SpecBuilder<ArrayContainsElementFilter, Builder> {

        /** The array column. Required. */
        Builder column(String column);

        /** The type that elements are compared as. Required. */
        Builder elementMatchValueType(ColumnType elementMatchValueType);

        /** The element. Druid's default: null. */
        Builder elementMatchValue(@Nullable JsonNode elementMatchValue);

        /** The same, as a string, number, list or map. */
        default Builder elementMatchValue(Object elementMatchValue) {
            return elementMatchValue(SpecJson.tree(elementMatchValue));
        }

        /** Whether and when indexes are used. Druid's default: Druid decides. */
        Builder filterTuning(@Nullable FilterTuning filterTuning);

        /** The same, built here. */
        default Builder filterTuning(UnaryOperator<FilterTuning.Builder> b) {
            return filterTuning(FilterTuning.of(b));
        }

        @Override
        default ArrayContainsElementFilter build() {
            return Specs.complete(((ImmutableArrayContainsElementFilter.Builder) this).partial());
        }
    }
}
