package io.druidingest.input;

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
 * Several input sources read as one, in one format.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#combining-input-source">combining input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCombiningInputSource.Builder.class)
public interface CombiningInputSource extends InputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "combining";
    }

    List<InputSource> delegates();

    @Override
    default boolean needsFormat() {
        return delegates().stream().anyMatch(InputSource::needsFormat);
    }

    static CombiningInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCombiningInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCombiningInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (delegates().isEmpty()) {
            at.at("delegates").report(Rules.NOTHING_TO_READ, "is empty; give at least one source");
        }
        for (int i = 0; i < delegates().size(); i++) {
            if (delegates().get(i) instanceof InlineInputSource) {
                at.at("delegates")
                        .at(i)
                        .report(Rules.SPLITTABLE_DELEGATES, "is inline, which cannot be split; read it from files");
            }
        }
    }

    /** Makes a {@link CombiningInputSource}. */
    interface Builder extends SpecBuilder<CombiningInputSource, Builder> {

        /** The sources. At least one; none of them inline. */
        Builder delegates(Iterable<? extends InputSource> delegates);

        /** The same, listed. */
        default Builder delegates(InputSource... delegates) {
            return delegates(Arrays.asList(delegates));
        }

        @Override
        default CombiningInputSource build() {
            return Specs.complete(((ImmutableCombiningInputSource.Builder) this).partial());
        }
    }
}
