package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link SearchQuerySpec} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownSearchQuerySpec.Builder.class)
public interface UnknownSearchQuerySpec extends SearchQuerySpec {

    static UnknownSearchQuerySpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownSearchQuerySpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownSearchQuerySpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownSearchQuerySpec}. */
    interface Builder extends SpecBuilder<UnknownSearchQuerySpec, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownSearchQuerySpec build() {
            return Specs.complete(((ImmutableUnknownSearchQuerySpec.Builder) this).partial());
        }
    }
}
