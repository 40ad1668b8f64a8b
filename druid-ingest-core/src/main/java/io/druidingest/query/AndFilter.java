package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Matches a row that all its filters match.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#and">and filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableAndFilter.Builder.class)
public interface AndFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "and";
    }

    List<Filter> fields();

    static AndFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAndFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAndFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (fields().isEmpty()) {
            at.at("fields").report(Rules.EMPTY_LIST, "is empty; add a filter, or use Filter.matchAll()");
        }
    }

    /** Makes an {@link AndFilter}. */
    interface Builder extends SpecBuilder<AndFilter, Builder> {

        /** What has to match. At least one. */
        Builder fields(Iterable<? extends Filter> fields);

        /** The same, listed. */
        default Builder fields(Filter... fields) {
            return fields(Arrays.asList(fields));
        }

        @Override
        default AndFilter build() {
            return Specs.complete(((ImmutableAndFilter.Builder) this).partial());
        }
    }
}
