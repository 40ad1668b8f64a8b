package io.druidingest.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which input fields become dimensions, and how the rows of a segment are sorted.
 *
 * <p>Without {@code dimensions}, all fields that are not excluded become dimensions: of text, or typed with
 * {@code useSchemaDiscovery}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#dimensionsspec">dimensionsSpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableDimensionsSpec.Builder.class)
public interface DimensionsSpec extends SpecObject {

    List<Dimension> dimensions();

    List<String> dimensionExclusions();

    @DruidDefault("false")
    @Nullable Boolean includeAllDimensions();

    @DruidDefault("false")
    @Nullable Boolean useSchemaDiscovery();

    @DruidDefault("true")
    @Nullable Boolean forceSegmentSortByTime();

    List<SpatialDimensionSchema> spatialDimensions();

    static DimensionsSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableDimensionsSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableDimensionsSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Set<String> seen = new HashSet<>();
        Findings list = at.at("dimensions");
        for (int i = 0; i < dimensions().size(); i++) {
            Dimension d = dimensions().get(i);
            declare(d.name(), seen, list.at(i).at("name"));
            if (d.name().equals("__time")) {
                checkTime(d, i, list.at(i));
            }
        }
        for (int i = 0; i < spatialDimensions().size(); i++) {
            String name = spatialDimensions().get(i).dimName();
            Findings here = at.at("spatialDimensions").at(i).at("dimName");
            declare(name, seen, here);
            if (name.equals("__time")) {
                here.report(Rules.TIME_DIMENSION, "__time is no point; name the dimension otherwise");
            }
        }
        for (int i = 0; i < dimensionExclusions().size(); i++) {
            String excluded = dimensionExclusions().get(i);
            if (seen.contains(excluded)) {
                at.at("dimensionExclusions")
                        .at(i)
                        .report(
                                Rules.EXCLUDED_DIMENSION,
                                "\"" + excluded + "\" is " + ColumnNames.place(excluded, this)
                                        + "; drop one of the two");
            }
        }
        if (!seen.isEmpty() && !Boolean.TRUE.equals(includeAllDimensions())) {
            checkDiscovery(at);
        }
    }

    private void declare(String name, Set<String> seen, Findings at) {
        ColumnNames.check(name, at);
        if (!seen.add(name)) {
            at.report(
                    Rules.DUPLICATE_COLUMN,
                    "\"" + name + "\" is also " + ColumnNames.place(name, this) + "; rename or drop one");
        }
    }

    private void checkDiscovery(Findings at) {
        if (!dimensionExclusions().isEmpty()) {
            at.at("dimensionExclusions")
                    .report(
                            Rules.DISCOVERY_OFF,
                            "excludes nothing, since dimensions are declared; leave it out, or set"
                                    + " includeAllDimensions(true)");
        }
        if (Boolean.TRUE.equals(useSchemaDiscovery())) {
            at.at("useSchemaDiscovery")
                    .report(
                            Rules.DISCOVERY_OFF,
                            "discovers nothing, since dimensions are declared; leave it out, or set"
                                    + " includeAllDimensions(true)");
        }
    }

    private void checkTime(Dimension d, int position, Findings at) {
        if (!d.type().equals("long")) {
            at.at("type").report(Rules.TIME_DIMENSION, "__time is " + d.type() + "; use Dimension.longs(\"__time\")");
        } else if (position > 0 && !Boolean.FALSE.equals(forceSegmentSortByTime())) {
            at.report(
                    Rules.TIME_DIMENSION,
                    "__time is at position " + position + "; put it first, or set forceSegmentSortByTime(false)");
        }
    }

    /** Points in the older notation come back among the dimensions. */
    @Override
    default void normalize(ObjectNode json) {
        JsonNode points = json.remove("spatialDimensions");
        if (points != null && !points.isEmpty()) {
            ArrayNode dimensions = json.withArray("/dimensions");
            for (JsonNode point : points) {
                ObjectNode dimension = dimensions.addObject().put("type", "spatial");
                dimension.set("name", point.get("dimName"));
                dimension.setAll((ObjectNode) point);
                dimension.remove("dimName");
            }
        }
    }

    /** Makes a {@link DimensionsSpec}. */
    interface Builder extends SpecBuilder<DimensionsSpec, Builder> {

        /** The dimensions, in the order that rows are sorted by. Replaces those set before. */
        Builder dimensions(Iterable<? extends Dimension> dimensions);

        /** The same, listed. */
        default Builder dimensions(Dimension... dimensions) {
            return dimensions(Arrays.asList(dimensions));
        }

        /**
         * Fields that never become dimensions. Druid adds the timestamp column and the inputs of metrics itself.
         */
        Builder dimensionExclusions(Iterable<String> dimensionExclusions);

        /** The same, listed. */
        default Builder dimensionExclusions(String... dimensionExclusions) {
            return dimensionExclusions(Arrays.asList(dimensionExclusions));
        }

        /** Whether undeclared fields become dimensions beside the declared ones. Druid's default: false. */
        Builder includeAllDimensions(@Nullable Boolean includeAllDimensions);

        /** Whether undeclared fields get a type by their values, instead of string. Druid's default: false. */
        Builder useSchemaDiscovery(@Nullable Boolean useSchemaDiscovery);

        /**
         * Whether rows are sorted by {@code __time} before anything else. Druid's default: true. Since Druid 31.
         */
        Builder forceSegmentSortByTime(@Nullable Boolean forceSegmentSortByTime);

        /**
         * Points in a plane. Deprecated by Druid in favour of {@link Dimension#spatial} among the {@link #dimensions}.
         */
        Builder spatialDimensions(Iterable<? extends SpatialDimensionSchema> spatialDimensions);

        /** The same, listed. */
        default Builder spatialDimensions(SpatialDimensionSchema... spatialDimensions) {
            return spatialDimensions(Arrays.asList(spatialDimensions));
        }

        @Override
        default DimensionsSpec build() {
            return Specs.complete(((ImmutableDimensionsSpec.Builder) this).partial());
        }
    }
}
