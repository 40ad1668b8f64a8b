package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Matches every row, or none.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#true-filter">true filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableConstantFilter.Builder.class)
public interface ConstantFilter extends Filter {

    static ConstantFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableConstantFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableConstantFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link ConstantFilter}. */
    interface Builder extends SpecBuilder<ConstantFilter, Builder> {

        /** The type id: {@code true} or {@code false}. Required. */
        Builder type(String type);

        @Override
        default ConstantFilter build() {
            return Specs.complete(((ImmutableConstantFilter.Builder) this).partial());
        }
    }
}
