package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link KafkaHeaderFormat} of a type that this version of the library does not know: it is sent and kept as it is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownKafkaHeaderFormat.Builder.class)
public interface UnknownKafkaHeaderFormat extends KafkaHeaderFormat {

    static UnknownKafkaHeaderFormat of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownKafkaHeaderFormat.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownKafkaHeaderFormat.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownKafkaHeaderFormat}. */
    interface Builder extends SpecBuilder<UnknownKafkaHeaderFormat, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownKafkaHeaderFormat build() {
            return Specs.complete(((ImmutableUnknownKafkaHeaderFormat.Builder) this).partial());
        }
    }
}
