package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A map from the values of one multi-value column to those of another. Needs the community extension {@code
 * druid-virtual-columns}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns">virtual columns</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMapVirtualColumn.Builder.class)
public interface MapVirtualColumn extends VirtualColumn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "map";
    }

    String outputName();

    String keyDimension();

    String valueDimension();

    static MapVirtualColumn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMapVirtualColumn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMapVirtualColumn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default String makes() {
        return outputName();
    }

    /** Makes a {@link MapVirtualColumn}. */
    interface Builder extends SpecBuilder<MapVirtualColumn, Builder> {

        /** The column that it makes; {@code column.key} reads one entry. Required. */
        Builder outputName(String outputName);

        /** The column of keys. Required. */
        Builder keyDimension(String keyDimension);

        /** The column of values. Required. */
        Builder valueDimension(String valueDimension);

        @Override
        default MapVirtualColumn build() {
            return Specs.complete(((ImmutableMapVirtualColumn.Builder) this).partial());
        }
    }
}
