package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * Looks a value up in a map given here.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#inline-lookup-extraction-function">extraction functions</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableLookupExtractionFn.Builder.class)
public interface LookupExtractionFn extends ExtractionFn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "lookup";
    }

    LookupExtractor lookup();

    @DruidDefault("false")
    @Nullable Boolean retainMissingValue();

    @Nullable String replaceMissingValueWith();

    @Nullable Boolean injective();

    @DruidDefault("true")
    @Nullable Boolean optimize();

    static LookupExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableLookupExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableLookupExtractionFn.Builder().from(this);
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

    /** Whether values stay distinct the lookup tells, too. */
    @Override
    default void normalize(ObjectNode json) {
        JsonNode injective = json.path("injective");
        if (injective.isBoolean()
                && injective.asBoolean() == json.at("/lookup/isOneToOne").asBoolean()) {
            json.remove("injective");
        }
    }

    /** Makes a {@link LookupExtractionFn}. */
    interface Builder extends SpecBuilder<LookupExtractionFn, Builder> {

        /** The map. Required. */
        Builder lookup(LookupExtractor lookup);

        /**
         * Whether a value that is not found stays as it is. Excludes {@link #replaceMissingValueWith}. Druid's
         * default: false.
         */
        Builder retainMissingValue(@Nullable Boolean retainMissingValue);

        /** What becomes of a value that is not found. Excludes {@link #retainMissingValue}. Druid's default: null. */
        Builder replaceMissingValueWith(@Nullable String replaceMissingValueWith);

        /** Whether different values stay different. Druid's default: what the map says. */
        Builder injective(@Nullable Boolean injective);

        /** Whether filters may be turned into filters of what is looked up. Druid's default: true. */
        Builder optimize(@Nullable Boolean optimize);

        @Override
        default LookupExtractionFn build() {
            return Specs.complete(((ImmutableLookupExtractionFn.Builder) this).partial());
        }
    }
}
