package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** A {@link DeltaFilter} of a type that this version of the library does not know: it is sent and kept as it is. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownDeltaFilter.Builder.class)
public interface UnknownDeltaFilter extends DeltaFilter {

    static UnknownDeltaFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownDeltaFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownDeltaFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownDeltaFilter}. */
    interface Builder extends SpecBuilder<UnknownDeltaFilter, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownDeltaFilter build() {
            return Specs.complete(((ImmutableUnknownDeltaFilter.Builder) this).partial());
        }
    }
}
