package io.druidingest.input;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Rows whose column compares so with a value.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#delta-filter-object">Delta filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableDeltaComparisonFilter.Builder.class)
public interface DeltaComparisonFilter extends DeltaFilter {

    String column();

    String value();

    static DeltaComparisonFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableDeltaComparisonFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableDeltaComparisonFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link DeltaComparisonFilter}. */
    interface Builder extends SpecBuilder<DeltaComparisonFilter, Builder> {

        /** The type id: {@code =}, {@code >}, {@code >=}, {@code <} or {@code <=}. Required. */
        Builder type(String type);

        /** The column. Required. */
        Builder column(String column);

        /** The value, as text; Druid reads it as the type of the column. Required. */
        Builder value(String value);

        @Override
        default DeltaComparisonFilter build() {
            return Specs.complete(((ImmutableDeltaComparisonFilter.Builder) this).partial());
        }
    }
}
