package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A multi-value column of those values that begin with a text. Since Druid 37.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/virtual-columns">virtual columns</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableMvPrefixFilteredVirtualColumn.Builder.class)
public interface MvPrefixFilteredVirtualColumn extends VirtualColumn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "mv-prefix-filtered";
    }

    String name();

    DimensionSpec delegate();

    String prefix();

    static MvPrefixFilteredVirtualColumn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableMvPrefixFilteredVirtualColumn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableMvPrefixFilteredVirtualColumn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default String makes() {
        return name();
    }

    @Override
    default List<String> reads() {
        return List.of(delegate().reads());
    }

    /** Makes a {@link MvPrefixFilteredVirtualColumn}. */
    interface Builder extends SpecBuilder<MvPrefixFilteredVirtualColumn, Builder> {

        /** The column that it makes. Required. */
        Builder name(String name);

        /** The column whose values are filtered. Required. */
        Builder delegate(DimensionSpec delegate);

        /** How they begin. Required. */
        Builder prefix(String prefix);

        @Override
        default MvPrefixFilteredVirtualColumn build() {
            return Specs.complete(((ImmutableMvPrefixFilteredVirtualColumn.Builder) this).partial());
        }
    }
}
