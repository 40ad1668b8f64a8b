package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.ServerAdds;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.query.Filter;
import io.druidingest.query.VirtualColumn;
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
 * Rows of a segment stored a second time, grouped and aggregated, for queries that need no more than that.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#projections">projections</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds("ordering")
@JsonDeserialize(builder = ImmutableAggregateProjectionSpec.Builder.class)
public interface AggregateProjectionSpec extends SpecObject {

    @JsonProperty(value = "type", required = true)
    default String type() {
        return "aggregate";
    }

    String name();

    List<VirtualColumn> virtualColumns();

    List<Dimension> groupingColumns();

    List<Metric> aggregators();

    @Nullable Filter filter();

    static AggregateProjectionSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAggregateProjectionSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAggregateProjectionSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (name().isEmpty()) {
            at.at("name").report(Rules.PROJECTION_NAME, "is empty; name the projection");
        }
        if (groupingColumns().isEmpty() && aggregators().isEmpty()) {
            at.report(Rules.PROJECTION_COLUMNS, "neither groups nor aggregates; set groupingColumns or aggregators");
        }
        VirtualColumn.check(virtualColumns(), at.at("virtualColumns"));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < groupingColumns().size(); i++) {
            Dimension d = groupingColumns().get(i);
            ProjectionCheck.column(
                    d.name(), seen, at.at("groupingColumns").at(i).at("name"));
            if (d.name().equals("__time") && !d.type().equals("long")) {
                at.at("groupingColumns")
                        .at(i)
                        .at("type")
                        .report(Rules.TIME_DIMENSION, "__time is " + d.type() + "; use Dimension.longs(\"__time\")");
            }
        }
        for (int i = 0; i < aggregators().size(); i++) {
            String column = aggregators().get(i).column();
            if (column != null) {
                ProjectionCheck.column(column, seen, at.at("aggregators").at(i).at("name"));
            }
        }
    }

    /** Makes an {@link AggregateProjectionSpec}. */
    interface Builder extends SpecBuilder<AggregateProjectionSpec, Builder> {

        /** The name. Not empty, unique in its datasource. Required. */
        Builder name(String name);

        /** Columns that are computed before rows are grouped. None by default. */
        Builder virtualColumns(Iterable<? extends VirtualColumn> virtualColumns);

        /** The same, listed. */
        default Builder virtualColumns(VirtualColumn... virtualColumns) {
            return virtualColumns(Arrays.asList(virtualColumns));
        }

        /** What rows are grouped by, in the order they are sorted by. None by default, then all rows make one. */
        Builder groupingColumns(Iterable<? extends Dimension> groupingColumns);

        /** The same, listed. */
        default Builder groupingColumns(Dimension... groupingColumns) {
            return groupingColumns(Arrays.asList(groupingColumns));
        }

        /** What is computed for each group. None by default. */
        Builder aggregators(Iterable<? extends Metric> aggregators);

        /** The same, listed. */
        default Builder aggregators(Metric... aggregators) {
            return aggregators(Arrays.asList(aggregators));
        }

        /** Which rows the projection holds. Druid's default: all rows. Since Druid 35. */
        Builder filter(@Nullable Filter filter);

        @Override
        default AggregateProjectionSpec build() {
            return Specs.complete(((ImmutableAggregateProjectionSpec.Builder) this).partial());
        }
    }
}
