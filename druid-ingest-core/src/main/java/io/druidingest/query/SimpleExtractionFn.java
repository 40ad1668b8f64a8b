package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Leaves a value as it is, or takes its length.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#extraction-functions">extraction functions</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSimpleExtractionFn.Builder.class)
public interface SimpleExtractionFn extends ExtractionFn {

    static SimpleExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSimpleExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSimpleExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link SimpleExtractionFn}. */
    interface Builder extends SpecBuilder<SimpleExtractionFn, Builder> {

        /** The type id: {@code identity} or {@code strlen}. Required. */
        Builder type(String type);

        @Override
        default SimpleExtractionFn build() {
            return Specs.complete(((ImmutableSimpleExtractionFn.Builder) this).partial());
        }
    }
}
