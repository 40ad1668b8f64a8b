package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Files that a filter does not pass.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#iceberg-filter-object">Iceberg filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIcebergNotFilter.Builder.class)
public interface IcebergNotFilter extends IcebergFilter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "not";
    }

    IcebergFilter filter();

    static IcebergNotFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIcebergNotFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIcebergNotFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link IcebergNotFilter}. */
    interface Builder extends SpecBuilder<IcebergNotFilter, Builder> {

        /** The filter. Required. */
        Builder filter(IcebergFilter filter);

        @Override
        default IcebergNotFilter build() {
            return Specs.complete(((ImmutableIcebergNotFilter.Builder) this).partial());
        }
    }
}
