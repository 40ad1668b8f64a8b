package io.druidingest.query;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.json.WrittenAs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Turns a text into lower or upper case.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#lower-and-upper-extraction-functions">lower and upper</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCaseExtractionFn.Builder.class)
public interface CaseExtractionFn extends ExtractionFn {

    @WrittenAs("localeString")
    @Nullable String locale();

    static CaseExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCaseExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCaseExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link CaseExtractionFn}. */
    interface Builder extends SpecBuilder<CaseExtractionFn, Builder> {

        /** The type id: {@code lower} or {@code upper}. Required. */
        Builder type(String type);

        /** The language whose rules count, for example {@code fr}. Druid's default: that of the server. */
        Builder locale(@Nullable String locale);

        @Override
        default CaseExtractionFn build() {
            return Specs.complete(((ImmutableCaseExtractionFn.Builder) this).partial());
        }
    }
}
