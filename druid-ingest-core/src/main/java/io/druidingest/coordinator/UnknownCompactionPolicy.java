package io.druidingest.coordinator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link CompactionPolicy} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownCompactionPolicy.Builder.class)
public interface UnknownCompactionPolicy extends CompactionPolicy {

    static UnknownCompactionPolicy of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownCompactionPolicy.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownCompactionPolicy.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownCompactionPolicy}. */
    interface Builder extends SpecBuilder<UnknownCompactionPolicy, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownCompactionPolicy build() {
            return Specs.complete(((ImmutableUnknownCompactionPolicy.Builder) this).partial());
        }
    }
}
