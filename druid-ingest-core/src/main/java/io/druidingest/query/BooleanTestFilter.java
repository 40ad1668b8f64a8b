package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Asks what a filter says of a row where nulls make it say neither true nor false.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters">filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableBooleanTestFilter.Builder.class)
public interface BooleanTestFilter extends Filter {

    Filter field();

    static BooleanTestFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableBooleanTestFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableBooleanTestFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link BooleanTestFilter}. */
    interface Builder extends SpecBuilder<BooleanTestFilter, Builder> {

        /** The type id: {@code istrue} or {@code isfalse}. Required. */
        Builder type(String type);

        /** The filter asked. Required. */
        Builder field(Filter field);

        @Override
        default BooleanTestFilter build() {
            return Specs.complete(((ImmutableBooleanTestFilter.Builder) this).partial());
        }
    }
}
