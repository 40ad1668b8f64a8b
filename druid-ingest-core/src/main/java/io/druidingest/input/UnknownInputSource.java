package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * An {@link InputSource} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownInputSource.Builder.class)
public interface UnknownInputSource extends InputSource {

    static UnknownInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownInputSource}. */
    interface Builder extends SpecBuilder<UnknownInputSource, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownInputSource build() {
            return Specs.complete(((ImmutableUnknownInputSource.Builder) this).partial());
        }
    }
}
