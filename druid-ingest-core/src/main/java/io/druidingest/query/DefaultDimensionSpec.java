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
 * A column as it is, or under another name.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs">dimension specs</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableDefaultDimensionSpec.Builder.class)
public interface DefaultDimensionSpec extends DimensionSpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "default";
    }

    String dimension();

    @DruidDefault(follows = "dimension")
    @Nullable String outputName();

    @DruidDefault("\"STRING\"")
    @Nullable ColumnType outputType();

    static DefaultDimensionSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableDefaultDimensionSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableDefaultDimensionSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link DefaultDimensionSpec}. */
    interface Builder extends SpecBuilder<DefaultDimensionSpec, Builder> {

        /** The column. Required. */
        Builder dimension(String dimension);

        /** The name of what comes out. Druid's default: the name of the column. */
        Builder outputName(@Nullable String outputName);

        /** The type of what comes out. Druid's default: {@code STRING}. */
        Builder outputType(@Nullable ColumnType outputType);

        @Override
        default DefaultDimensionSpec build() {
            return Specs.complete(((ImmutableDefaultDimensionSpec.Builder) this).partial());
        }
    }
}
