package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** A {@link VirtualColumn} of a type that this version of the library does not know: it is sent and kept as it is. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownVirtualColumn.Builder.class)
public interface UnknownVirtualColumn extends VirtualColumn {

    static UnknownVirtualColumn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownVirtualColumn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownVirtualColumn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownVirtualColumn}. */
    interface Builder extends SpecBuilder<UnknownVirtualColumn, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownVirtualColumn build() {
            return Specs.complete(((ImmutableUnknownVirtualColumn.Builder) this).partial());
        }
    }
}
