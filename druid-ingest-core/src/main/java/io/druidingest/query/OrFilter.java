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
 * Matches a row that one of its filters matches.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#or">or filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableOrFilter.Builder.class)
public interface OrFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "or";
    }

    List<Filter> fields();

    static OrFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableOrFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableOrFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (fields().isEmpty()) {
            at.at("fields").report(Rules.EMPTY_LIST, "is empty; add a filter, or use Filter.matchNone()");
        }
    }

    /** Makes an {@link OrFilter}. */
    interface Builder extends SpecBuilder<OrFilter, Builder> {

        /** Of which one has to match. At least one. */
        Builder fields(Iterable<? extends Filter> fields);

        /** The same, listed. */
        default Builder fields(Filter... fields) {
            return fields(Arrays.asList(fields));
        }

        @Override
        default OrFilter build() {
            return Specs.complete(((ImmutableOrFilter.Builder) this).partial());
        }
    }
}
