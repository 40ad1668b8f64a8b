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
 * The points in a polygon, of a plane.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/geo#spatial-filters">spatial filters</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds({"minCoords", "maxCoords"})
@JsonDeserialize(builder = ImmutablePolygonBound.Builder.class)
public interface PolygonBound extends Bound {

    @Override
    @JsonProperty("type")
    default String type() {
        return "polygon";
    }

    List<Double> abscissa();

    List<Double> ordinate();

    @DruidDefault("0")
    @Nullable Integer limit();

    static PolygonBound of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutablePolygonBound.Builder();
    }

    default Builder toBuilder() {
        return new ImmutablePolygonBound.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (abscissa().size() != ordinate().size()) {
            at.at("ordinate")
                    .report(
                            Rules.BOUND_COORDINATES,
                            "has " + ordinate().size() + " coordinates, abscissa has "
                                    + abscissa().size() + "; give both as many");
        } else if (abscissa().size() < 3) {
            at.at("abscissa")
                    .report(Rules.BOUND_COORDINATES, "has " + abscissa().size() + " corners; name at least three");
        }
    }

    /** Makes a {@link PolygonBound}. */
    interface Builder extends SpecBuilder<PolygonBound, Builder> {

        /** The first coordinate of each corner. At least three. */
        Builder abscissa(Iterable<? extends Double> abscissa);

        /** The same, listed. */
        default Builder abscissa(Double... abscissa) {
            return abscissa(Arrays.asList(abscissa));
        }

        /** The second coordinate of each corner. As many. */
        Builder ordinate(Iterable<? extends Double> ordinate);

        /** The same, listed. */
        default Builder ordinate(Double... ordinate) {
            return ordinate(Arrays.asList(ordinate));
        }

        /** How many index entries are looked at in one step. Druid's default: 0, which leaves it to Druid. */
        Builder limit(@Nullable Integer limit);

        @Override
        default PolygonBound build() {
            return Specs.complete(((ImmutablePolygonBound.Builder) this).partial());
        }
    }
}
