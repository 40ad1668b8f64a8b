package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.druidingest.json.Keyword;
import java.util.Locale;
import java.util.Set;

/** The unit of the radius of a {@link RadiusBound}. */
public final class RadiusUnit extends Keyword {

    /** That of the coordinates, on a plane. Druid's default. */
    public static final RadiusUnit EUCLIDEAN = new RadiusUnit("euclidean");

    /** Metres on the globe; coordinates are latitude and longitude. */
    public static final RadiusUnit METERS = new RadiusUnit("meters");

    /** Kilometres on the globe. */
    public static final RadiusUnit KILOMETERS = new RadiusUnit("kilometers");

    /** Miles on the globe. */
    public static final RadiusUnit MILES = new RadiusUnit("miles");

    private RadiusUnit(String word) {
        super(word);
    }

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RadiusUnit of(String word) {
        return known(new RadiusUnit(word.toLowerCase(Locale.ROOT)));
    }

    @JsonCreator
    static RadiusUnit read(String word) {
        return new RadiusUnit(word);
    }

    @Override
    protected Set<String> words() {
        return Set.of("euclidean", "meters", "kilometers", "miles");
    }

    @Override
    protected boolean anyCase() {
        return false;
    }
}
