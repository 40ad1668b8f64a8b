package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Applies one function to what another made.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#cascade-extraction-function">extraction functions</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCascadeExtractionFn.Builder.class)
public interface CascadeExtractionFn extends ExtractionFn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "cascade";
    }

    List<ExtractionFn> extractionFns();

    static CascadeExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCascadeExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCascadeExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (extractionFns().isEmpty()) {
            at.at("extractionFns").report(Rules.EMPTY_LIST, "is empty; add a function, or use ExtractionFn.identity()");
        }
    }

    /** Makes a {@link CascadeExtractionFn}. */
    interface Builder extends SpecBuilder<CascadeExtractionFn, Builder> {

        /** The functions, the first first. At least one. Replaces those set before. */
        Builder extractionFns(Iterable<? extends ExtractionFn> extractionFns);

        /** The same, listed. */
        default Builder extractionFns(ExtractionFn... extractionFns) {
            return extractionFns(Arrays.asList(extractionFns));
        }

        @Override
        default CascadeExtractionFn build() {
            return Specs.complete(((ImmutableCascadeExtractionFn.Builder) this).partial());
        }
    }
}
