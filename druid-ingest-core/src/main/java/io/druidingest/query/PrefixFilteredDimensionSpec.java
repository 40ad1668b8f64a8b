package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A multi-value column of those values that begin with a text.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs">dimension specs</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutablePrefixFilteredDimensionSpec.Builder.class)
public interface PrefixFilteredDimensionSpec extends DimensionSpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "prefixFiltered";
    }

    DimensionSpec delegate();

    String prefix();

    static PrefixFilteredDimensionSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutablePrefixFilteredDimensionSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutablePrefixFilteredDimensionSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link PrefixFilteredDimensionSpec}. */
    interface Builder extends SpecBuilder<PrefixFilteredDimensionSpec, Builder> {

        /** The column whose values are filtered. Required. */
        Builder delegate(DimensionSpec delegate);

        /** How they begin. Required. */
        Builder prefix(String prefix);

        @Override
        default PrefixFilteredDimensionSpec build() {
            return Specs.complete(((ImmutablePrefixFilteredDimensionSpec.Builder) this).partial());
        }
    }
}
