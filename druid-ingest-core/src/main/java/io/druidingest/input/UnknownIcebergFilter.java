package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * An {@link IcebergFilter} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownIcebergFilter.Builder.class)
public interface UnknownIcebergFilter extends IcebergFilter {

    static UnknownIcebergFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownIcebergFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownIcebergFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownIcebergFilter}. */
    interface Builder extends SpecBuilder<UnknownIcebergFilter, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownIcebergFilter build() {
            return Specs.complete(((ImmutableUnknownIcebergFilter.Builder) this).partial());
        }
    }
}
