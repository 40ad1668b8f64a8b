package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.ServerAdds;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A dimension of points in a plane.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/geo">spatial filters</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds({"createBitmapIndex", "multiValueHandling"})
@JsonDeserialize(builder = ImmutableSpatialDimension.Builder.class)
public interface SpatialDimension extends Dimension {

    @Override
    @JsonProperty("type")
    default String type() {
        return "spatial";
    }

    List<String> dims();

    static SpatialDimension of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSpatialDimension.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSpatialDimension.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        SpatialCoordinates.check(name(), dims(), at);
    }

    /** Makes a {@link SpatialDimension}. */
    interface Builder extends SpecBuilder<SpatialDimension, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input fields of the two coordinates; or the column itself alone, for text such as {@code 1.5,2.5}. */
        Builder dims(Iterable<String> dims);

        /** The same, listed. */
        default Builder dims(String... dims) {
            return dims(Arrays.asList(dims));
        }

        @Override
        default SpatialDimension build() {
            return Specs.complete(((ImmutableSpatialDimension.Builder) this).partial());
        }
    }
}
