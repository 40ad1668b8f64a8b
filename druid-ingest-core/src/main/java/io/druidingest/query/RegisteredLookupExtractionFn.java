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
 * Looks a value up in a lookup that Druid has loaded.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#registered-lookup-extraction-function">extraction functions</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableRegisteredLookupExtractionFn.Builder.class)
public interface RegisteredLookupExtractionFn extends ExtractionFn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "registeredLookup";
    }

    String lookup();

    @DruidDefault("false")
    @Nullable Boolean retainMissingValue();

    @Nullable String replaceMissingValueWith();

    @Nullable Boolean injective();

    @DruidDefault("true")
    @Nullable Boolean optimize();

    static RegisteredLookupExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableRegisteredLookupExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableRegisteredLookupExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (Boolean.TRUE.equals(retainMissingValue()) && replaceMissingValueWith() != null) {
            at.at("replaceMissingValueWith")
                    .report(Rules.ONE_OF_TWO, "goes not with retainMissingValue; drop one of the two");
        }
    }

    /** Makes a {@link RegisteredLookupExtractionFn}. */
    interface Builder extends SpecBuilder<RegisteredLookupExtractionFn, Builder> {

        /** The name of the lookup. Required. */
        Builder lookup(String lookup);

        /**
         * Whether a value that is not found stays as it is. Excludes {@link #replaceMissingValueWith}. Druid's
         * default: false.
         */
        Builder retainMissingValue(@Nullable Boolean retainMissingValue);

        /** What becomes of a value that is not found. Excludes {@link #retainMissingValue}. Druid's default: null. */
        Builder replaceMissingValueWith(@Nullable String replaceMissingValueWith);

        /** Whether different values stay different. Druid's default: what the lookup says. */
        Builder injective(@Nullable Boolean injective);

        /** Whether filters may be turned into filters of what is looked up. Druid's default: true. */
        Builder optimize(@Nullable Boolean optimize);

        @Override
        default RegisteredLookupExtractionFn build() {
            return Specs.complete(((ImmutableRegisteredLookupExtractionFn.Builder) this).partial());
        }
    }
}
