package io.druidingest.query;

import io.druidingest.json.Family;
import io.druidingest.json.Family.Variant;
import io.druidingest.json.SpecObject;
import java.util.function.UnaryOperator;

/**
 * Where the points of a {@link SpatialFilter} have to lie.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/geo#spatial-filters">spatial filters</a>
 */
@Family(
        value = {
            @Variant(id = "rectangular", type = RectangularBound.class),
            @Variant(id = "radius", type = RadiusBound.class),
            @Variant(id = "polygon", type = PolygonBound.class),
        },
        unknown = UnknownBound.class)
public interface Bound extends SpecObject {

    /** The type id. */
    String type();

    /** Between the corners that are set. */
    static Bound rectangular(UnaryOperator<RectangularBound.Builder> corners) {
        return RectangularBound.of(corners);
    }

    /** Around the centre, in the unit of its coordinates. */
    static Bound radius(double radius, Double... coords) {
        return RadiusBound.of(b -> b.radius(radius).coords(coords));
    }

    /** Around the centre that is set. */
    static Bound radius(double radius, UnaryOperator<RadiusBound.Builder> more) {
        return RadiusBound.of(b -> more.apply(b.radius(radius)));
    }

    /** In the polygon whose corners are set. */
    static Bound polygon(UnaryOperator<PolygonBound.Builder> corners) {
        return PolygonBound.of(corners);
    }
}
