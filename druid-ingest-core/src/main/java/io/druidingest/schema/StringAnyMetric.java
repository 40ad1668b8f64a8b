package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Any one text of many. Of use in queries only: Druid cannot store it.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations#any-aggregators">any aggregators</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableStringAnyMetric.Builder.class)
public interface StringAnyMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "stringAny";
    }

    @Override
    String name();

    String fieldName();

    @DruidDefault("1024")
    @Nullable Integer maxStringBytes();

    @DruidDefault("true")
    @Nullable Boolean aggregateMultipleValues();

    static StringAnyMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableStringAnyMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableStringAnyMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        at.at("type")
                .report(
                        Rules.QUERY_ONLY_METRIC,
                        "stringAny cannot be stored; use Metric.stringFirst(..), or make it a dimension");
        Amounts.notNegative(maxStringBytes(), at.at("maxStringBytes"));
    }

    /** Makes a {@link StringAnyMetric}. */
    interface Builder extends SpecBuilder<StringAnyMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Required. */
        Builder fieldName(String fieldName);

        /** Bytes of the text that are kept. Not negative. Druid's default: 1,024. */
        Builder maxStringBytes(@Nullable Integer maxStringBytes);

        /** Whether a list of values counts as one text; off takes the first value. Druid's default: true. */
        Builder aggregateMultipleValues(@Nullable Boolean aggregateMultipleValues);

        @Override
        default StringAnyMetric build() {
            return Specs.complete(((ImmutableStringAnyMetric.Builder) this).partial());
        }
    }
}
