package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** An {@link ExtractionFn} of a type that this version of the library does not know: it is sent and kept as it is. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownExtractionFn.Builder.class)
public interface UnknownExtractionFn extends ExtractionFn {

    static UnknownExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownExtractionFn}. */
    interface Builder extends SpecBuilder<UnknownExtractionFn, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownExtractionFn build() {
            return Specs.complete(((ImmutableUnknownExtractionFn.Builder) this).partial());
        }
    }
}
