package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
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
 * The points between two corners, in any number of dimensions.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/geo#spatial-filters">spatial filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRectangularBound.Builder.class)
public interface RectangularBound extends Bound {

    @Override
    @JsonProperty("type")
    default String type() {
        return "rectangular";
    }

    List<Double> minCoords();

    List<Double> maxCoords();

    @DruidDefault("0")
    @Nullable Integer limit();

    static RectangularBound of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRectangularBound.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRectangularBound.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (minCoords().isEmpty()) {
            at.at("minCoords").report(Rules.EMPTY_LIST, "is empty; name the lower corner");
        }
        if (minCoords().size() != maxCoords().size()) {
            at.at("maxCoords")
                    .report(
                            Rules.BOUND_COORDINATES,
                            "has " + maxCoords().size() + " coordinates, minCoords has "
                                    + minCoords().size() + "; give both as many");
        }
    }

    /** Makes a {@link RectangularBound}. */
    interface Builder extends SpecBuilder<RectangularBound, Builder> {

        /** The lower corner: one coordinate for each dimension. Required. */
        Builder minCoords(Iterable<? extends Double> minCoords);

        /** The same, listed. */
        default Builder minCoords(Double... minCoords) {
            return minCoords(Arrays.asList(minCoords));
        }

        /** The upper corner: as many coordinates. Required. */
        Builder maxCoords(Iterable<? extends Double> maxCoords);

        /** The same, listed. */
        default Builder maxCoords(Double... maxCoords) {
            return maxCoords(Arrays.asList(maxCoords));
        }

        /** How many index entries are looked at in one step. Druid's default: 0, which leaves it to Druid. */
        Builder limit(@Nullable Integer limit);

        @Override
        default RectangularBound build() {
            return Specs.complete(((ImmutableRectangularBound.Builder) this).partial());
        }
    }
}
