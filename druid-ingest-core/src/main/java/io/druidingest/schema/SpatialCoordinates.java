package io.druidingest.schema;

import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.List;

/** Checks where a spatial dimension has its coordinates from. */
final class SpatialCoordinates {

    private SpatialCoordinates() {}

    static void check(String name, List<String> dims, Findings at) {
        if (dims.size() == 2 ? dims.contains(name) : !dims.equals(List.of(name))) {
            at.at("dims")
                    .report(
                            Rules.SPATIAL_COORDINATES,
                            "is " + dims + "; name two other columns, or \"" + name
                                    + "\" itself if its text holds both coordinates");
        }
    }
}
