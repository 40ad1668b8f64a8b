package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when a filter uses the indexes of a column. Rarely needed: of no use while rows come in.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters">filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableFilterTuning.Builder.class)
public interface FilterTuning extends SpecObject {

    @DruidDefault("true")
    @Nullable Boolean useBitmapIndex();

    @Nullable Integer minCardinalityToUseBitmapIndex();

    @Nullable Integer maxCardinalityToUseBitmapIndex();

    static FilterTuning of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableFilterTuning.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableFilterTuning.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link FilterTuning}. */
    interface Builder extends SpecBuilder<FilterTuning, Builder> {

        /** Whether bitmap indexes may be used at all. Druid's default: true where the filter can use one. */
        Builder useBitmapIndex(@Nullable Boolean useBitmapIndex);

        /** Indexes are used only for columns of at least so many values. Druid's default: 0. */
        Builder minCardinalityToUseBitmapIndex(@Nullable Integer minCardinalityToUseBitmapIndex);

        /** Indexes are used only for columns of at most so many values. Druid's default: no limit. */
        Builder maxCardinalityToUseBitmapIndex(@Nullable Integer maxCardinalityToUseBitmapIndex);

        @Override
        default FilterTuning build() {
            return Specs.complete(((ImmutableFilterTuning.Builder) this).partial());
        }
    }
}
