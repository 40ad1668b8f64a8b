package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** A {@link DimensionSpec} of a type that this version of the library does not know: it is sent and kept as it is. */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableUnknownDimensionSpec.Builder.class)
public interface UnknownDimensionSpec extends DimensionSpec {

    static UnknownDimensionSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableUnknownDimensionSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableUnknownDimensionSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Bare text, a column as it is, comes back by the name of a class. */
    @Override
    default void normalize(ObjectNode json) {
        if (type().equals("LegacyDimensionSpec")) {
            json.put("type", "default");
            if (json.path("outputName").equals(json.path("dimension"))) {
                json.remove("outputName");
            }
            if (json.path("outputType").asText().equals("STRING")) {
                json.remove("outputType");
            }
        }
    }

    /** Makes an {@link UnknownDimensionSpec}. */
    interface Builder extends SpecBuilder<UnknownDimensionSpec, Builder> {

        /** The type id. Required. */
        Builder type(String type);

        @Override
        default UnknownDimensionSpec build() {
            return Specs.complete(((ImmutableUnknownDimensionSpec.Builder) this).partial());
        }
    }
}
