package io.druidingest.tuning;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A {@link SegmentizerFactory} of a type that this version of the library does not know: it is sent and kept as it
 * is.
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownSegmentizerFactory.Builder.class)
public interface UnknownSegmentizerFactory extends SegmentizerFactory {

    static UnknownSegmentizerFactory of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownSegmentizerFactory.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownSegmentizerFactory.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link UnknownSegmentizerFactory}. */
    interface Builder extends SpecBuilder<UnknownSegmentizerFactory, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownSegmentizerFactory build() {
            return Specs.complete(((ImmutableUnknownSegmentizerFactory.Builder) this).partial());
        }
    }
}
