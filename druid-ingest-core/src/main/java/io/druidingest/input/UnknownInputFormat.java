package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * An {@link InputFormat} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownInputFormat.Builder.class)
public interface UnknownInputFormat extends InputFormat {

    static UnknownInputFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownInputFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownInputFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownInputFormat}. */
    interface Builder extends SpecBuilder<UnknownInputFormat, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownInputFormat build() {
            return Specs.complete(((ImmutableUnknownInputFormat.Builder) this).partial());
        }
    }
}
