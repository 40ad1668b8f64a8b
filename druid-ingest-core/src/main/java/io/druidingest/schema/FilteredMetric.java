package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.query.Filter;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A metric of only those rows that match a filter.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations#filtered-aggregator">filtered aggregator</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableFilteredMetric.Builder.class)
public interface FilteredMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "filtered";
    }

    @Override
    @Nullable String name();

    Filter filter();

    Metric aggregator();

    static FilteredMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableFilteredMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableFilteredMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** What {@link #name} says, or else the filtered metric. */
    @Override
    default String column() {
        String name = name();
        return name == null || name.isEmpty() ? aggregator().column() : name;
    }

    /** Druid repeats the name of the metric in it. */
    @Override
    default void normalize(ObjectNode json) {
        if (json.path("name").equals(json.at("/aggregator/name"))) {
            json.remove("name");
        }
    }

    /** Makes a {@link FilteredMetric}. */
    interface Builder extends SpecBuilder<FilteredMetric, Builder> {

        /** The column. Druid's default: the one that the filtered metric names. */
        Builder name(@Nullable String name);

        /** Which rows count. Required. */
        Builder filter(Filter filter);

        /** What is computed of them. Required. */
        Builder aggregator(Metric aggregator);

        @Override
        default FilteredMetric build() {
            return Specs.complete(((ImmutableFilteredMetric.Builder) this).partial());
        }
    }
}
