package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Files with a value in a column.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#iceberg-filter-object">Iceberg filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIcebergEqualsFilter.Builder.class)
public interface IcebergEqualsFilter extends IcebergFilter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "equals";
    }

    String filterColumn();

    String filterValue();

    static IcebergEqualsFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIcebergEqualsFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIcebergEqualsFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link IcebergEqualsFilter}. */
    interface Builder extends SpecBuilder<IcebergEqualsFilter, Builder> {

        /** The column. Required. */
        Builder filterColumn(String filterColumn);

        /** The value. Required. */
        Builder filterValue(String filterValue);

        @Override
        default IcebergEqualsFilter build() {
            return Specs.complete(((ImmutableIcebergEqualsFilter.Builder) this).partial());
        }
    }
}
