package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link LookupExtractor} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownLookupExtractor.Builder.class)
public interface UnknownLookupExtractor extends LookupExtractor {

    static UnknownLookupExtractor of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownLookupExtractor.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownLookupExtractor.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownLookupExtractor}. */
    interface Builder extends SpecBuilder<UnknownLookupExtractor, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownLookupExtractor build() {
            return Specs.complete(((ImmutableUnknownLookupExtractor.Builder) this).partial());
        }
    }
}
