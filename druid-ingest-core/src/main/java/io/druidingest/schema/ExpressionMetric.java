package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.Bytes;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a Druid expression makes of an accumulator and the fields of a row. Druid cannot store it with rollup.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations#expression-aggregator">expression aggregator</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableExpressionMetric.Builder.class)
public interface ExpressionMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "expression";
    }

    @Override
    String name();

    Set<String> fields();

    String initialValue();

    String fold();

    @DruidDefault("\"__acc\"")
    @Nullable String accumulatorIdentifier();

    @Nullable String combine();

    @DruidDefault(follows = "initialValue")
    @Nullable String initialCombineValue();

    @Nullable String compare();

    /** Druid's {@code finalize}, which Java has taken. */
    @JsonProperty("finalize")
    @Nullable String finalizer();

    @DruidDefault("true")
    @Nullable Boolean isNullUnlessAggregated();

    @DruidDefault("true")
    @Nullable Boolean shouldAggregateNullInputs();

    @DruidDefault(follows = "shouldAggregateNullInputs")
    @Nullable Boolean shouldCombineAggregateNullInputs();

    @DruidDefault("1024")
    @Nullable Bytes maxSizeBytes();

    static ExpressionMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableExpressionMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableExpressionMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (combine() == null && fields().size() != 1) {
            at.at("fields")
                    .report(
                            Rules.EXPRESSION_METRIC,
                            "has " + fields().size() + " fields; name exactly one, or set combine");
        }
        if (maxSizeBytes() != null && maxSizeBytes().number() < 10) {
            at.at("maxSizeBytes").report(Rules.EXPRESSION_METRIC, "is " + maxSizeBytes() + "; choose 10 bytes or more");
        }
    }

    /** Druid derives how results are combined from how values are. */
    @Override
    default void normalize(ObjectNode json) {
        boolean derived = fields().size() == 1
                && fold().replace(fields().iterator().next(), name())
                        .equals(json.path("combine").asText());
        if (derived) {
            json.remove("combine");
        }
    }

    /** Makes an {@link ExpressionMetric}. */
    interface Builder extends SpecBuilder<ExpressionMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The fields that the expressions read. Exactly one unless there is {@link #combine}. */
        Builder fields(Iterable<String> fields);

        /** The same, listed. */
        default Builder fields(String... fields) {
            return fields(Arrays.asList(fields));
        }

        /** The accumulator before the first row: an expression that is a constant. Required. */
        Builder initialValue(String initialValue);

        /** The accumulator after a row: an expression over fields and accumulator. Required. */
        Builder fold(String fold);

        /** How expressions name the accumulator. Druid's default: {@code __acc}. */
        Builder accumulatorIdentifier(@Nullable String accumulatorIdentifier);

        /**
         * The accumulator of two: an expression that calls the other one by the name of the column. Druid's default:
         * what {@link #fold} says.
         */
        Builder combine(@Nullable String combine);

        /** The accumulator before the first combination. Druid's default: {@link #initialValue}. */
        Builder initialCombineValue(@Nullable String initialCombineValue);

        /** An expression of {@code o1} and {@code o2} that orders results. Druid's default: the natural order. */
        Builder compare(@Nullable String compare);

        /** Of the name finalize in JSON: an expression of {@code o} that makes the result of a query. Druid's default: the accumulator itself. */
        Builder finalizer(@Nullable String finalizer);

        /** Whether the result without any row is null instead of the initial value. Druid's default: true. */
        Builder isNullUnlessAggregated(@Nullable Boolean isNullUnlessAggregated);

        /** Whether rows count in which a field is null. Druid's default: true. */
        Builder shouldAggregateNullInputs(@Nullable Boolean shouldAggregateNullInputs);

        /** Whether accumulators count that are null. Druid's default: as {@link #shouldAggregateNullInputs}. */
        Builder shouldCombineAggregateNullInputs(@Nullable Boolean shouldCombineAggregateNullInputs);

        /** Size of an accumulator at most. At least 10 bytes. Druid's default: 1,024. */
        Builder maxSizeBytes(@Nullable Bytes maxSizeBytes);

        /** The same, as text, for example {@code 512MiB}. */
        default Builder maxSizeBytes(String maxSizeBytes) {
            return maxSizeBytes(Bytes.of(maxSizeBytes));
        }

        /** The same, as a number. */
        default Builder maxSizeBytes(long maxSizeBytes) {
            return maxSizeBytes(Bytes.of(maxSizeBytes));
        }

        @Override
        default ExpressionMetric build() {
            return Specs.complete(((ImmutableExpressionMetric.Builder) this).partial());
        }
    }
}
