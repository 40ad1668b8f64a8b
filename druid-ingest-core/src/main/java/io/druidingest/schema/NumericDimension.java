package io.druidingest.schema;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.ServerAdds;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A dimension of numbers: {@code long}, {@code double} or {@code float}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#dimension-objects">dimension objects</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds({"createBitmapIndex", "multiValueHandling"})
@JsonDeserialize(builder = ImmutableNumericDimension.Builder.class)
public interface NumericDimension extends Dimension {

    static NumericDimension of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableNumericDimension.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableNumericDimension.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link NumericDimension}. */
    interface Builder extends SpecBuilder<NumericDimension, Builder> {

        /** {@code long}, {@code double} or {@code float}. Required. */
        Builder type(String type);

        /** The input field and the column. Required. */
        Builder name(String name);

        @Override
        default NumericDimension build() {
            return Specs.complete(((ImmutableNumericDimension.Builder) this).partial());
        }
    }
}
