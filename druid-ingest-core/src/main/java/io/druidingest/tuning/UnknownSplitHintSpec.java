package io.druidingest.tuning;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** A {@link SplitHintSpec} of a type that this version of the library does not know: it is sent and kept as it is. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownSplitHintSpec.Builder.class)
public interface UnknownSplitHintSpec extends SplitHintSpec {

    static UnknownSplitHintSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownSplitHintSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownSplitHintSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownSplitHintSpec}. */
    interface Builder extends SpecBuilder<UnknownSplitHintSpec, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownSplitHintSpec build() {
            return Specs.complete(((ImmutableUnknownSplitHintSpec.Builder) this).partial());
        }
    }
}
