package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Matches a row that its filter does not match.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#not">not filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableNotFilter.Builder.class)
public interface NotFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "not";
    }

    Filter field();

    static NotFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableNotFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableNotFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link NotFilter}. */
    interface Builder extends SpecBuilder<NotFilter, Builder> {

        /** What must not match. Required. */
        Builder field(Filter field);

        @Override
        default NotFilter build() {
            return Specs.complete(((ImmutableNotFilter.Builder) this).partial());
        }
    }
}
