package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.OneSided;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Made-up rows. For tests of performance.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources">input sources</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableGeneratorInputSource.Builder.class)
public interface GeneratorInputSource extends InputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "generator";
    }

    @Nullable String schemaName();

    List<GeneratorColumnSchema> schema();

    @DruidDefault("1000")
    @Nullable Integer numRows();

    @DruidDefault("1")
    @Nullable Integer numSplits();

    @DruidDefault("1024")
    @Nullable Long seed();

    @OneSided
    @Nullable Long startTime();

    @DruidDefault("100")
    @Nullable Integer numConsecutiveTimestamps();

    @DruidDefault("1.0")
    @Nullable Double timestampIncrement();

    static GeneratorInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableGeneratorInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableGeneratorInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (schemaName() == null && schema().isEmpty()) {
            at.report(Rules.NOTHING_TO_READ, "needs schemaName or schema");
        }
        if (schemaName() != null && !schema().isEmpty()) {
            at.at("schema").report(Rules.ONE_OF_TWO, "is ignored, since schemaName is given; keep one of the two");
        }
        Amounts.notNegative(numRows(), at.at("numRows"));
        Amounts.positive(numSplits(), at.at("numSplits"));
    }

    /** Makes a {@link GeneratorInputSource}. */
    interface Builder extends SpecBuilder<GeneratorInputSource, Builder> {

        /** A set of columns that Druid knows, for example {@code basic}. Needed unless {@link #schema} is given. */
        Builder schemaName(@Nullable String schemaName);

        /** The columns. Needed unless {@link #schemaName} is given. */
        Builder schema(Iterable<? extends GeneratorColumnSchema> schema);

        /** The same, listed. */
        default Builder schema(GeneratorColumnSchema... schema) {
            return schema(Arrays.asList(schema));
        }

        /** Rows of each split. Druid's default: 1,000. */
        Builder numRows(@Nullable Integer numRows);

        /** Splits, each made by a sub-task. Positive. Druid's default: 1. */
        Builder numSplits(@Nullable Integer numSplits);

        /** Where the random numbers start. Druid's default: 1,024. */
        Builder seed(@Nullable Long seed);

        /** The same; for a literal without the {@code L}. */
        default Builder seed(long seed) {
            return seed(Long.valueOf(seed));
        }

        /** The time of the first row, in milliseconds since 1970. Druid's default: now. */
        Builder startTime(@Nullable Long startTime);

        /** The same; for a literal without the {@code L}. */
        default Builder startTime(long startTime) {
            return startTime(Long.valueOf(startTime));
        }

        /** Rows that share a time. Druid's default: 100. */
        Builder numConsecutiveTimestamps(@Nullable Integer numConsecutiveTimestamps);

        /** Milliseconds from one time to the next. Druid's default: 1.0. */
        Builder timestampIncrement(@Nullable Double timestampIncrement);

        /** The same; for a literal of another type. */
        default Builder timestampIncrement(double timestampIncrement) {
            return timestampIncrement(Double.valueOf(timestampIncrement));
        }

        @Override
        default GeneratorInputSource build() {
            return Specs.complete(((ImmutableGeneratorInputSource.Builder) this).partial());
        }
    }
}
