package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Files with values between two bounds.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#iceberg-filter-object">Iceberg filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIcebergRangeFilter.Builder.class)
public interface IcebergRangeFilter extends IcebergFilter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "range";
    }

    String filterColumn();

    @Nullable JsonNode lower();

    @Nullable JsonNode upper();

    @DruidDefault("false")
    @Nullable Boolean lowerOpen();

    @DruidDefault("false")
    @Nullable Boolean upperOpen();

    static IcebergRangeFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIcebergRangeFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIcebergRangeFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (lower() == null && upper() == null) {
            at.report(Rules.NO_FILTERS, "has neither lower nor upper; set one");
        }
    }

    /** Makes an {@link IcebergRangeFilter}. */
    interface Builder extends SpecBuilder<IcebergRangeFilter, Builder> {

        /** The column. Required. */
        Builder filterColumn(String filterColumn);

        /** The lower bound. Needed unless {@link #upper} is given. */
        Builder lower(@Nullable JsonNode lower);

        /** The same, as a string, number, list or map. */
        default Builder lower(Object lower) {
            return lower(SpecJson.tree(lower));
        }

        /** The upper bound. Needed unless {@link #lower} is given. */
        Builder upper(@Nullable JsonNode upper);

        /** The same, as a string, number, list or map. */
        default Builder upper(Object upper) {
            return upper(SpecJson.tree(upper));
        }

        /** Whether the lower bound itself is left out. Druid's default: false. */
        Builder lowerOpen(@Nullable Boolean lowerOpen);

        /** Whether the upper bound itself is left out. Druid's default: false. */
        Builder upperOpen(@Nullable Boolean upperOpen);

        @Override
        default IcebergRangeFilter build() {
            return Specs.complete(((ImmutableIcebergRangeFilter.Builder) this).partial());
        }
    }
}
