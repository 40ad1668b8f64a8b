package io.druidingest.schema;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link Metric} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownMetric.Builder.class)
public interface UnknownMetric extends Metric {

    @Override
    String name();

    static UnknownMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownMetric}. */
    interface Builder extends SpecBuilder<UnknownMetric, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        /** The column. Required. */
        Builder name(String name);

        @Override
        default UnknownMetric build() {
            return Specs.complete(((ImmutableUnknownMetric.Builder) this).partial());
        }
    }
}
