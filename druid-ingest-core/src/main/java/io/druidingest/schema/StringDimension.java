package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.tuning.MultiValueHandling;
import io.druidingest.tuning.StringColumnFormatSpec;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A dimension of text. Null, one or several values a row.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#dimension-objects">dimension objects</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableStringDimension.Builder.class)
public interface StringDimension extends Dimension {

    @Override
    @JsonProperty("type")
    default String type() {
        return "string";
    }

    @DruidDefault("\"SORTED_ARRAY\"")
    @Nullable MultiValueHandling multiValueHandling();

    @DruidDefault("true")
    @Nullable Boolean createBitmapIndex();

    @Nullable StringColumnFormatSpec columnFormatSpec();

    static StringDimension of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableStringDimension.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableStringDimension.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link StringDimension}. */
    interface Builder extends SpecBuilder<StringDimension, Builder> {

        /** The input field and the column. Required. */
        Builder name(String name);

        /** What becomes of a list of values in one row. Druid's default: {@code SORTED_ARRAY}. */
        Builder multiValueHandling(@Nullable MultiValueHandling multiValueHandling);

        /** Whether filters on it get an index; off saves space. Druid's default: true. */
        Builder createBitmapIndex(@Nullable Boolean createBitmapIndex);

        /** How the column is stored. Druid's default: what indexSpec says. Since Druid 36. */
        Builder columnFormatSpec(@Nullable StringColumnFormatSpec columnFormatSpec);

        /** The same, built here. */
        default Builder columnFormatSpec(UnaryOperator<StringColumnFormatSpec.Builder> b) {
            return columnFormatSpec(StringColumnFormatSpec.of(b));
        }

        @Override
        default StringDimension build() {
            return Specs.complete(((ImmutableStringDimension.Builder) this).partial());
        }
    }
}
