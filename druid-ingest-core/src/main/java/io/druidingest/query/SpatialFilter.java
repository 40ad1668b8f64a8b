package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows whose point lies within a bound.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/geo">spatial filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSpatialFilter.Builder.class)
public interface SpatialFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "spatial";
    }

    String dimension();

    Bound bound();

    @Nullable FilterTuning filterTuning();

    static SpatialFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSpatialFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSpatialFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link SpatialFilter}. */
    interface Builder extends SpecBuilder<SpatialFilter, Builder> {

        /** The spatial column. Required. */
        Builder dimension(String dimension);

        /** Where points have to lie. Required. */
        Builder bound(Bound bound);

        /** Whether and when indexes are used. Druid's default: Druid decides. */
        Builder filterTuning(@Nullable FilterTuning filterTuning);

        /** The same, built here. */
        default Builder filterTuning(UnaryOperator<FilterTuning.Builder> b) {
            return filterTuning(FilterTuning.of(b));
        }

        @Override
        default SpatialFilter build() {
            return Specs.complete(((ImmutableSpatialFilter.Builder) this).partial());
        }
    }
}
