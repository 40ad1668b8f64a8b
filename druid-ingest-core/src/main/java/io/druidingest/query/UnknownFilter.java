package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** A {@link Filter} of a type that this version of the library does not know: it is sent and kept as it is. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownFilter.Builder.class)
public interface UnknownFilter extends Filter {

    static UnknownFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownFilter}. */
    interface Builder extends SpecBuilder<UnknownFilter, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownFilter build() {
            return Specs.complete(((ImmutableUnknownFilter.Builder) this).partial());
        }
    }
}
