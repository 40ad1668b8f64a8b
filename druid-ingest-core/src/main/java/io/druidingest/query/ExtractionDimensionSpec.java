package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A column with its values changed.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs">dimension specs</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableExtractionDimensionSpec.Builder.class)
public interface ExtractionDimensionSpec extends DimensionSpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "extraction";
    }

    String dimension();

    ExtractionFn extractionFn();

    @DruidDefault(follows = "dimension")
    @Nullable String outputName();

    @DruidDefault("\"STRING\"")
    @Nullable ColumnType outputType();

    static ExtractionDimensionSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableExtractionDimensionSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableExtractionDimensionSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link ExtractionDimensionSpec}. */
    interface Builder extends SpecBuilder<ExtractionDimensionSpec, Builder> {

        /** The column. Required. */
        Builder dimension(String dimension);

        /** What is made of each value. Required. */
        Builder extractionFn(ExtractionFn extractionFn);

        /** The name of what comes out. Druid's default: the name of the column. */
        Builder outputName(@Nullable String outputName);

        /** The type of what comes out. Druid's default: {@code STRING}. */
        Builder outputType(@Nullable ColumnType outputType);

        @Override
        default ExtractionDimensionSpec build() {
            return Specs.complete(((ImmutableExtractionDimensionSpec.Builder) this).partial());
        }
    }
}
