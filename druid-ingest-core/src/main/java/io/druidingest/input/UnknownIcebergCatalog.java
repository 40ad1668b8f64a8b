package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * An {@link IcebergCatalog} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownIcebergCatalog.Builder.class)
public interface UnknownIcebergCatalog extends IcebergCatalog {

    static UnknownIcebergCatalog of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownIcebergCatalog.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownIcebergCatalog.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownIcebergCatalog}. */
    interface Builder extends SpecBuilder<UnknownIcebergCatalog, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownIcebergCatalog build() {
            return Specs.complete(((ImmutableUnknownIcebergCatalog.Builder) this).partial());
        }
    }
}
