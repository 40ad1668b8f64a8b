package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Rows that a filter does not pass.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#delta-filter-object">Delta filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableDeltaNotFilter.Builder.class)
public interface DeltaNotFilter extends DeltaFilter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "not";
    }

    DeltaFilter filter();

    static DeltaNotFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableDeltaNotFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableDeltaNotFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link DeltaNotFilter}. */
    interface Builder extends SpecBuilder<DeltaNotFilter, Builder> {

        /** The filter. Required. */
        Builder filter(DeltaFilter filter);

        @Override
        default DeltaNotFilter build() {
            return Specs.complete(((ImmutableDeltaNotFilter.Builder) this).partial());
        }
    }
}
