package io.druidingest.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A {@link Supervisor} of a type that this version of the library does not know: it is sent and kept as it is. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownSupervisor.Builder.class)
public interface UnknownSupervisor extends Supervisor {

    static UnknownSupervisor of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownSupervisor.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownSupervisor.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownSupervisor}. */
    interface Builder extends SpecBuilder<UnknownSupervisor, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        /** Whether it is there but does nothing. */
        Builder suspended(@Nullable Boolean suspended);

        @Override
        default UnknownSupervisor build() {
            return Specs.valid(((ImmutableUnknownSupervisor.Builder) this).partial());
        }
    }
}
