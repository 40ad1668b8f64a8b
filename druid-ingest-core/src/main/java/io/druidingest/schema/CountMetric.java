package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Counts input rows. Query it with {@code SUM}: after rollup, {@code COUNT} counts merged rows.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations#count-aggregator">count aggregator</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCountMetric.Builder.class)
public interface CountMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "count";
    }

    @Override
    String name();

    static CountMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCountMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCountMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link CountMetric}. */
    interface Builder extends SpecBuilder<CountMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        @Override
        default CountMetric build() {
            return Specs.complete(((ImmutableCountMetric.Builder) this).partial());
        }
    }
}
