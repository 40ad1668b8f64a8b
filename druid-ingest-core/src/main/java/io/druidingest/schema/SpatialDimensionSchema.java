package io.druidingest.schema;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A spatial dimension in the older notation, beside the dimensions instead of among them: {@link SpatialDimension} is
 * the newer one.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/geo">spatial filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSpatialDimensionSchema.Builder.class)
public interface SpatialDimensionSchema extends SpecObject {

    String dimName();

    List<String> dims();

    static SpatialDimensionSchema of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSpatialDimensionSchema.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSpatialDimensionSchema.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        SpatialCoordinates.check(dimName(), dims(), at);
    }

    /** Makes a {@link SpatialDimensionSchema}. */
    interface Builder extends SpecBuilder<SpatialDimensionSchema, Builder> {

        /** The column. Required. */
        Builder dimName(String dimName);

        /** The input fields of the two coordinates; or the column itself alone, for text such as {@code 1.5,2.5}. */
        Builder dims(Iterable<String> dims);

        /** The same, listed. */
        default Builder dims(String... dims) {
            return dims(Arrays.asList(dims));
        }

        @Override
        default SpatialDimensionSchema build() {
            return Specs.complete(((ImmutableSpatialDimensionSchema.Builder) this).partial());
        }
    }
}
