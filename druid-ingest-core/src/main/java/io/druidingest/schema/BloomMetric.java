package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.query.DimensionSpec;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A Bloom filter of values. Of use in queries only: Druid cannot store it. In the extension druid-bloom-filter.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/bloom-filter">Bloom filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableBloomMetric.Builder.class)
public interface BloomMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "bloom";
    }

    @Override
    String name();

    DimensionSpec field();

    @DruidDefault("1500")
    @Nullable Integer maxNumEntries();

    static BloomMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableBloomMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableBloomMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        at.at("type").report(Rules.QUERY_ONLY_METRIC, "bloom cannot be stored; use a sketch, or a dimension");
        Amounts.positive(maxNumEntries(), at.at("maxNumEntries"));
    }

    /** Makes a {@link BloomMetric}. */
    interface Builder extends SpecBuilder<BloomMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The column. Required. */
        Builder field(DimensionSpec field);

        /** Distinct values that the filter suffices for. Positive. Druid's default: 1,500. */
        Builder maxNumEntries(@Nullable Integer maxNumEntries);

        @Override
        default BloomMetric build() {
            return Specs.complete(((ImmutableBloomMetric.Builder) this).partial());
        }
    }
}
