package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Takes a part of a text.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#substring-extraction-function">extraction functions</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSubstringExtractionFn.Builder.class)
public interface SubstringExtractionFn extends ExtractionFn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "substring";
    }

    @DruidDefault("0")
    @Nullable Integer index();

    @Nullable Integer length();

    static SubstringExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSubstringExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSubstringExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.notNegative(index(), at.at("index"));
        Amounts.positive(length(), at.at("length"));
    }

    /** Makes a {@link SubstringExtractionFn}. */
    interface Builder extends SpecBuilder<SubstringExtractionFn, Builder> {

        /** Where it begins; the first character is 0. Druid's default: 0. */
        Builder index(@Nullable Integer index);

        /** How many characters it has at most. Positive. Druid's default: all the rest. */
        Builder length(@Nullable Integer length);

        @Override
        default SubstringExtractionFn build() {
            return Specs.complete(((ImmutableSubstringExtractionFn.Builder) this).partial());
        }
    }
}
