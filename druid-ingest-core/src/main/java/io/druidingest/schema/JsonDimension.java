package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.ServerAdds;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.tuning.NestedCommonFormatColumnFormatSpec;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A dimension of JSON objects, whose fields queries read by path.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/nested-columns">nested columns</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds({"createBitmapIndex", "multiValueHandling"})
@JsonDeserialize(builder = ImmutableJsonDimension.Builder.class)
public interface JsonDimension extends Dimension {

    @Override
    @JsonProperty("type")
    default String type() {
        return "json";
    }

    @DruidDefault("5")
    @Nullable Integer formatVersion();

    @Nullable NestedCommonFormatColumnFormatSpec columnFormatSpec();

    static JsonDimension of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableJsonDimension.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableJsonDimension.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link JsonDimension}. */
    interface Builder extends SpecBuilder<JsonDimension, Builder> {

        /** The input field and the column. Required. */
        Builder name(String name);

        /**
         * Version of the format on disk, 4 or 5; older ones are for going back to an older Druid. Druid's default: 5.
         */
        Builder formatVersion(@Nullable Integer formatVersion);

        /** How the column is stored. Druid's default: what indexSpec says. Since Druid 36. */
        Builder columnFormatSpec(@Nullable NestedCommonFormatColumnFormatSpec columnFormatSpec);

        /** The same, built here. */
        default Builder columnFormatSpec(UnaryOperator<NestedCommonFormatColumnFormatSpec.Builder> b) {
            return columnFormatSpec(NestedCommonFormatColumnFormatSpec.of(b));
        }

        @Override
        default JsonDimension build() {
            return Specs.complete(((ImmutableJsonDimension.Builder) this).partial());
        }
    }
}
