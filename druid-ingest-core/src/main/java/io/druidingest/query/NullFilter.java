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
 * Matches rows where a column has no value.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/filters#null-filter">null filter</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableNullFilter.Builder.class)
public interface NullFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "null";
    }

    String column();

    @Nullable FilterTuning filterTuning();

    static NullFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableNullFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableNullFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link NullFilter}. */
    interface Builder extends SpecBuilder<NullFilter, Builder> {

        /** The column. Required. */
        Builder column(String column);

        /** Whether and when indexes are used. Druid's default: Druid decides. */
        Builder filterTuning(@Nullable FilterTuning filterTuning);

        /** The same, built here. */
        default Builder filterTuning(UnaryOperator<FilterTuning.Builder> b) {
            return filterTuning(FilterTuning.of(b));
        }

        @Override
        default NullFilter build() {
            return Specs.complete(((ImmutableNullFilter.Builder) this).partial());
        }
    }
}
