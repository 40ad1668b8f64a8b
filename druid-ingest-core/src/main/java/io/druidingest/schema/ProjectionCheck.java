package io.druidingest.schema;

import io.druidingest.query.ExpressionVirtualColumn;
import io.druidingest.query.VirtualColumn;
import io.druidingest.unit.Granularity;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds projections against the schema they belong to. Druid does much of it only when rows come in. */
final class ProjectionCheck {

    private static final Pattern TIME_FLOOR =
            Pattern.compile("\\s*timestamp_floor\\(\\s*\"?__time\"?\\s*,\\s*'(P[^']+)'[^()]*\\)\\s*");

    private final Map<String, Dimension> dimensions;
    private final Map<String, Metric> metrics;
    private final boolean allDimensionsKnown;
    private final Granularity segmentGranularity;

    private ProjectionCheck(DataSchema schema) {
        DimensionsSpec spec = schema.dimensionsSpec();
        this.dimensions = byName(spec.dimensions(), Dimension::name);
        this.metrics = byName(schema.metricsSpec(), Metric::column);
        this.allDimensionsKnown = !spec.dimensions().isEmpty() && !Boolean.TRUE.equals(spec.includeAllDimensions());
        Granularity segments = schema.granularitySpec() instanceof UniformGranularitySpec
                ? ((UniformGranularitySpec) schema.granularitySpec()).segmentGranularity()
                : null;
        this.segmentGranularity = segments == null ? Granularity.DAY : segments;
    }

    private static <T> Map<String, T> byName(List<T> values, Function<T, @Nullable String> name) {
        Map<String, T> named = new HashMap<>();
        for (T value : values) {
            String n = name.apply(value);
            if (n != null) {
                named.putIfAbsent(n, value);
            }
        }
        return named;
    }

    static void check(DataSchema schema, Findings at) {
        List<AggregateProjectionSpec> projections = schema.projections();
        if (projections.isEmpty()) {
            return;
        }
        ProjectionCheck check = new ProjectionCheck(schema);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < projections.size(); i++) {
            AggregateProjectionSpec projection = projections.get(i);
            if (!names.add(projection.name())) {
                at.at(i)
                        .at("name")
                        .report(Rules.PROJECTION_NAME, "\"" + projection.name() + "\" is taken; rename one of the two");
            }
            check.grouping(projection, at.at(i).at("groupingColumns"));
            check.aggregators(projection, at.at(i).at("aggregators"));
            check.granularity(projection, at.at(i).at("virtualColumns"));
        }
    }

    /** Reports a column without a name, or that the projection makes already. */
    static void column(String name, Set<String> seen, Findings at) {
        if (name.isEmpty()) {
            at.report(Rules.EMPTY_NAME, "is empty; name the column");
        } else if (!seen.add(name)) {
            at.report(Rules.PROJECTION_COLUMNS, "\"" + name + "\" is there already; drop or rename one");
        }
    }

    private void grouping(AggregateProjectionSpec projection, Findings at) {
        for (int i = 0; i < projection.groupingColumns().size(); i++) {
            Dimension column = projection.groupingColumns().get(i);
            Dimension base = dimensions.get(column.name());
            if (column.name().equals("__time") || virtual(projection, column.name())) {
                continue;
            }
            if (base != null && !base.type().equals(column.type())) {
                at.at(i)
                        .at("type")
                        .report(
                                Rules.PROJECTION_COLUMNS,
                                column.type() + " is not " + base.type()
                                        + ", which the dimension is; make one equal the other");
            } else if (base == null && allDimensionsKnown) {
                at.at(i)
                        .at("name")
                        .report(
                                Rules.PROJECTION_COLUMNS,
                                "\"" + column.name()
                                        + "\" is neither a dimension nor a virtual column; add it to dimensionsSpec");
            }
        }
    }

    private void aggregators(AggregateProjectionSpec projection, Findings at) {
        for (int i = 0; i < projection.aggregators().size(); i++) {
            Metric aggregator = projection.aggregators().get(i);
            Metric base = metrics.get(aggregator.column());
            if (base != null) {
                combining(base, aggregator, at.at(i));
            } else if (aggregator instanceof SimpleMetric) {
                input(
                        projection,
                        ((SimpleMetric) aggregator).fieldName(),
                        at.at(i).at("fieldName"));
            }
        }
    }

    /** One that has the name of a metric combines it, and nothing else. */
    private static void combining(Metric base, Metric aggregator, Findings at) {
        boolean known = base instanceof CountMetric || base instanceof SimpleMetric;
        String type = base instanceof CountMetric ? "longSum" : base.type();
        boolean combines = aggregator instanceof SimpleMetric
                && aggregator.type().equals(type)
                && Objects.equals(aggregator.name(), ((SimpleMetric) aggregator).fieldName());
        if (known && !combines) {
            at.report(
                    Rules.PROJECTION_AGGREGATOR,
                    "\"" + base.column() + "\" is also a metric; make it Metric." + type + "(\"" + base.column()
                            + "\"), or rename it");
        }
    }

    private void input(AggregateProjectionSpec projection, @Nullable String field, Findings at) {
        if (field == null || field.equals("__time")) {
            return;
        }
        if (metrics.containsKey(field)) {
            at.report(
                    Rules.PROJECTION_AGGREGATOR,
                    "\"" + field + "\" is a metric; give the aggregator the name of the metric, too");
        } else if (!dimensions.containsKey(field) && (allDimensionsKnown || virtual(projection, field))) {
            at.report(
                    Rules.PROJECTION_AGGREGATOR, "\"" + field + "\" is no dimension; aggregate a dimension or metric");
        }
    }

    /** Its time column is the finest that it groups by: {@code __time} itself, or a floor of it. */
    private void granularity(AggregateProjectionSpec projection, Findings at) {
        Set<String> grouped =
                projection.groupingColumns().stream().map(Dimension::name).collect(Collectors.toSet());
        List<Integer> coarse = new ArrayList<>();
        for (int i = 0; i < projection.virtualColumns().size(); i++) {
            VirtualColumn column = projection.virtualColumns().get(i);
            Granularity floor = grouped.contains(column.makes()) ? floor(column) : null;
            if (floor != null && !floor.coarserThan(segmentGranularity)) {
                return;
            }
            if (floor != null) {
                coarse.add(i);
            }
        }
        if (!coarse.isEmpty() && !grouped.contains("__time")) {
            int first = coarse.get(0);
            at.at(first)
                    .report(
                            Rules.PROJECTION_GRANULARITY,
                            "cuts time coarser than segmentGranularity " + segmentGranularity
                                    + "; make it as fine, or group by __time");
        }
    }

    private static @Nullable Granularity floor(VirtualColumn column) {
        if (!(column instanceof ExpressionVirtualColumn)) {
            return null;
        }
        Matcher m = TIME_FLOOR.matcher(((ExpressionVirtualColumn) column).expression());
        return m.matches() ? Granularity.period(m.group(1)) : null;
    }

    private static boolean virtual(AggregateProjectionSpec projection, String name) {
        return projection.virtualColumns().stream().anyMatch(v -> Objects.equals(v.makes(), name));
    }
}
