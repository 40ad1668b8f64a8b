package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** A {@link SqlDatabase} of a type that this version of the library does not know: it is sent and kept as it is. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownSqlDatabase.Builder.class)
public interface UnknownSqlDatabase extends SqlDatabase {

    static UnknownSqlDatabase of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownSqlDatabase.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownSqlDatabase.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownSqlDatabase}. */
    interface Builder extends SpecBuilder<UnknownSqlDatabase, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownSqlDatabase build() {
            return Specs.complete(((ImmutableUnknownSqlDatabase.Builder) this).partial());
        }
    }
}
