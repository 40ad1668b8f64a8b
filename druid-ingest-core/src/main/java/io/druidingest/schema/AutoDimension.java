package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.ServerAdds;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.query.ColumnType;
import io.druidingest.tuning.NestedCommonFormatColumnFormatSpec;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A dimension of whatever values come: numbers, text, arrays or objects, each stored as what it is. Since Druid 26.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#dimension-objects">dimension objects</a>
 */
@SpecStyle
@Value.Immutable
@ServerAdds({"createBitmapIndex", "multiValueHandling"})
@JsonDeserialize(builder = ImmutableAutoDimension.Builder.class)
public interface AutoDimension extends Dimension {

    @Override
    @JsonProperty("type")
    default String type() {
        return "auto";
    }

    @Nullable ColumnType castToType();

    @Nullable NestedCommonFormatColumnFormatSpec columnFormatSpec();

    static AutoDimension of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableAutoDimension.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableAutoDimension.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        ColumnType type = castToType();
        if (type != null && !castable(type)) {
            at.at("castToType")
                    .report(Rules.CAST_TO_TYPE, "is " + type + "; use STRING, LONG, DOUBLE or an array of one of them");
        }
    }

    private static boolean castable(ColumnType type) {
        return Stream.of(ColumnType.STRING, ColumnType.LONG, ColumnType.DOUBLE)
                .anyMatch(t -> t.equals(type) || ColumnType.array(t).equals(type));
    }

    /** Makes an {@link AutoDimension}. */
    interface Builder extends SpecBuilder<AutoDimension, Builder> {

        /** The input field and the column. Required. */
        Builder name(String name);

        /**
         * The one type that all values are stored as: STRING, LONG, DOUBLE, or an array of one of them. Druid's
         * default: the type of the values.
         */
        Builder castToType(@Nullable ColumnType castToType);

        /** How the column is stored. Druid's default: what indexSpec says. Since Druid 36. */
        Builder columnFormatSpec(@Nullable NestedCommonFormatColumnFormatSpec columnFormatSpec);

        /** The same, built here. */
        default Builder columnFormatSpec(UnaryOperator<NestedCommonFormatColumnFormatSpec.Builder> b) {
            return columnFormatSpec(NestedCommonFormatColumnFormatSpec.of(b));
        }

        @Override
        default AutoDimension build() {
            return Specs.complete(((ImmutableAutoDimension.Builder) this).partial());
        }
    }
}
