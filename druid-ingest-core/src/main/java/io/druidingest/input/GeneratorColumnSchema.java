package io.druidingest.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.json.WrittenAs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link GeneratorInputSource}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources">input sources</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableGeneratorColumnSchema.Builder.class)
public interface GeneratorColumnSchema extends SpecObject {

    String name();

    String type();

    ValueDistribution distributionType();

    @WrittenAs("metric")
    @DruidDefault("false")
    @Nullable Boolean isMetric();

    @DruidDefault("0")
    @Nullable Integer rowSize();

    @Nullable Double nullProbability();

    List<JsonNode> enumeratedValues();

    List<Double> enumeratedProbabilities();

    @Nullable Integer startInt();

    @Nullable Integer endInt();

    @Nullable Double startDouble();

    @Nullable Double endDouble();

    @Nullable Double zipfExponent();

    @Nullable Double mean();

    @Nullable Double standardDeviation();

    static GeneratorColumnSchema of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableGeneratorColumnSchema.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableGeneratorColumnSchema.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (!type().matches("(?i)STRING|LONG|DOUBLE|FLOAT|ARRAY|COMPLEX")) {
            at.at("type")
                    .report(
                            Rules.UNKNOWN_COLUMN_TYPE,
                            "\"" + type() + "\" is no type; use STRING, LONG, DOUBLE or FLOAT");
        }
        if (Boolean.TRUE.equals(isMetric())) {
            at.at("isMetric").report(Rules.LOST_WHEN_KEPT, "is false again in Druid 33, which makes it a dimension");
        }
    }

    /** Makes a {@link GeneratorColumnSchema}. */
    interface Builder extends SpecBuilder<GeneratorColumnSchema, Builder> {

        /** The name. Required. */
        Builder name(String name);

        /** {@code STRING}, {@code LONG}, {@code FLOAT} or {@code DOUBLE}. Required. */
        Builder type(String type);

        /** How values are spread. Required. */
        Builder distributionType(ValueDistribution distributionType);

        /** Whether the column is a metric. Druid's default: false. */
        Builder isMetric(@Nullable Boolean isMetric);

        /** Values of a row; more than one makes a list. Druid's default: 0. */
        Builder rowSize(@Nullable Integer rowSize);

        /** How likely a value is null, from 0 to 1. */
        Builder nullProbability(@Nullable Double nullProbability);

        /** The same; for a literal of another type. */
        default Builder nullProbability(double nullProbability) {
            return nullProbability(Double.valueOf(nullProbability));
        }

        /** The values to choose from. */
        Builder enumeratedValues(Iterable<? extends JsonNode> enumeratedValues);

        /** The same, listed. */
        default Builder enumeratedValues(JsonNode... enumeratedValues) {
            return enumeratedValues(Arrays.asList(enumeratedValues));
        }

        /** How likely each of them is, from 0 to 1. */
        Builder enumeratedProbabilities(Iterable<? extends Double> enumeratedProbabilities);

        /** The same, listed. */
        default Builder enumeratedProbabilities(Double... enumeratedProbabilities) {
            return enumeratedProbabilities(Arrays.asList(enumeratedProbabilities));
        }

        /** The lowest whole number. */
        Builder startInt(@Nullable Integer startInt);

        /** The end of whole numbers, excluded. */
        Builder endInt(@Nullable Integer endInt);

        /** The lowest number. */
        Builder startDouble(@Nullable Double startDouble);

        /** The same; for a literal of another type. */
        default Builder startDouble(double startDouble) {
            return startDouble(Double.valueOf(startDouble));
        }

        /** The end of numbers, excluded. */
        Builder endDouble(@Nullable Double endDouble);

        /** The same; for a literal of another type. */
        default Builder endDouble(double endDouble) {
            return endDouble(Double.valueOf(endDouble));
        }

        /** How steeply a ZIPF distribution falls. */
        Builder zipfExponent(@Nullable Double zipfExponent);

        /** The same; for a literal of another type. */
        default Builder zipfExponent(double zipfExponent) {
            return zipfExponent(Double.valueOf(zipfExponent));
        }

        /** The mean of a normal distribution. */
        Builder mean(@Nullable Double mean);

        /** The same; for a literal of another type. */
        default Builder mean(double mean) {
            return mean(Double.valueOf(mean));
        }

        /** The standard deviation of a normal distribution. */
        Builder standardDeviation(@Nullable Double standardDeviation);

        /** The same; for a literal of another type. */
        default Builder standardDeviation(double standardDeviation) {
            return standardDeviation(Double.valueOf(standardDeviation));
        }

        @Override
        default GeneratorColumnSchema build() {
            return Specs.complete(((ImmutableGeneratorColumnSchema.Builder) this).partial());
        }
    }
}
