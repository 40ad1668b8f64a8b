package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Rows that stand in the spec itself. For tests and demonstrations.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#inline-input-source">inline input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableInlineInputSource.Builder.class)
public interface InlineInputSource extends InputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "inline";
    }

    String data();

    @Override
    default boolean needsFormat() {
        return true;
    }

    static InlineInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableInlineInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableInlineInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (data().isEmpty()) {
            at.at("data").report(Rules.NOTHING_TO_READ, "is empty; give at least one row");
        }
    }

    /** Makes an {@link InlineInputSource}. */
    interface Builder extends SpecBuilder<InlineInputSource, Builder> {

        /** The rows, in the form that the inputFormat reads. Required, not empty. */
        Builder data(String data);

        @Override
        default InlineInputSource build() {
            return Specs.complete(((ImmutableInlineInputSource.Builder) this).partial());
        }
    }
}
