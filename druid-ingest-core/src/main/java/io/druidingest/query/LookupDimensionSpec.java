package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A column with its values looked up.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs">dimension specs</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableLookupDimensionSpec.Builder.class)
public interface LookupDimensionSpec extends DimensionSpec {

    @Override
    @JsonProperty("type")
    default String type() {
        return "lookup";
    }

    String dimension();

    String outputName();

    @Nullable LookupExtractor lookup();

    @Nullable String name();

    @DruidDefault("false")
    @Nullable Boolean retainMissingValue();

    @Nullable String replaceMissingValueWith();

    @DruidDefault("true")
    @Nullable Boolean optimize();

    static LookupDimensionSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableLookupDimensionSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableLookupDimensionSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if ((lookup() == null) == (name() == null)) {
            at.report(Rules.ONE_OF_TWO, "needs exactly one of lookup and name; set one");
        }
        if (Boolean.TRUE.equals(retainMissingValue()) && replaceMissingValueWith() != null) {
            at.at("replaceMissingValueWith")
                    .report(Rules.ONE_OF_TWO, "goes not with retainMissingValue; drop one of the two");
        }
    }

    /** Makes a {@link LookupDimensionSpec}. */
    interface Builder extends SpecBuilder<LookupDimensionSpec, Builder> {

        /** The column. Required. */
        Builder dimension(String dimension);

        /** The name of what comes out. Required. */
        Builder outputName(String outputName);

        /** The map that values are looked up in. Excludes {@link #name}; one of the two is required. */
        Builder lookup(@Nullable LookupExtractor lookup);

        /** The lookup, loaded by Druid, that values are looked up in. Excludes {@link #lookup}. */
        Builder name(@Nullable String name);

        /**
         * Whether a value that is not found stays as it is. Excludes {@link #replaceMissingValueWith}. Druid's
         * default: false.
         */
        Builder retainMissingValue(@Nullable Boolean retainMissingValue);

        /** What becomes of a value that is not found. Excludes {@link #retainMissingValue}. Druid's default: null. */
        Builder replaceMissingValueWith(@Nullable String replaceMissingValueWith);

        /** Whether filters may be turned into filters of what is looked up. Druid's default: true. */
        Builder optimize(@Nullable Boolean optimize);

        @Override
        default LookupDimensionSpec build() {
            return Specs.complete(((ImmutableLookupDimensionSpec.Builder) this).partial());
        }
    }
}
