package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.ServerAdds;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The points around a centre.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/geo#spatial-filters">spatial filters</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds({"minCoords", "maxCoords"})
@JsonDeserialize(builder = ImmutableRadiusBound.Builder.class)
public interface RadiusBound extends Bound {

    @Override
    @JsonProperty("type")
    default String type() {
        return "radius";
    }

    List<Double> coords();

    Double radius();

    @DruidDefault("\"euclidean\"")
    @Nullable RadiusUnit radiusUnit();

    @DruidDefault("0")
    @Nullable Integer limit();

    static RadiusBound of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRadiusBound.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRadiusBound.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (coords().isEmpty()) {
            at.at("coords").report(Rules.EMPTY_LIST, "is empty; name the centre");
        }
    }

    /** Makes a {@link RadiusBound}. */
    interface Builder extends SpecBuilder<RadiusBound, Builder> {

        /** The centre. Required; latitude and longitude where the unit is one of the globe. */
        Builder coords(Iterable<? extends Double> coords);

        /** The same, listed. */
        default Builder coords(Double... coords) {
            return coords(Arrays.asList(coords));
        }

        /** How far points may be. Required. */
        Builder radius(Double radius);

        /** The same; for a literal of another type. */
        default Builder radius(double radius) {
            return radius(Double.valueOf(radius));
        }

        /** The unit of {@link #radius}. Druid's default: {@code euclidean}. */
        Builder radiusUnit(@Nullable RadiusUnit radiusUnit);

        /** How many index entries are looked at in one step. Druid's default: 0, which leaves it to Druid. */
        Builder limit(@Nullable Integer limit);

        @Override
        default RadiusBound build() {
            return Specs.complete(((ImmutableRadiusBound.Builder) this).partial());
        }
    }
}
