package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Which of some columns a row of a query is grouped by. Of use in queries only.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations#grouping-aggregator">grouping aggregator</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableGroupingMetric.Builder.class)
public interface GroupingMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "grouping";
    }

    @Override
    String name();

    List<String> groupings();

    static GroupingMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableGroupingMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableGroupingMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (groupings().isEmpty()) {
            at.at("groupings").report(Rules.METRIC_COLUMNS, "is empty; name a column");
        }
    }

    /** Makes a {@link GroupingMetric}. */
    interface Builder extends SpecBuilder<GroupingMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The columns. At least one. */
        Builder groupings(Iterable<String> groupings);

        /** The same, listed. */
        default Builder groupings(String... groupings) {
            return groupings(Arrays.asList(groupings));
        }

        @Override
        default GroupingMetric build() {
            return Specs.complete(((ImmutableGroupingMetric.Builder) this).partial());
        }
    }
}
