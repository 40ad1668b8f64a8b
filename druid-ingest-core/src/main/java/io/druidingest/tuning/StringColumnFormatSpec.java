package io.druidingest.tuning;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.validation.Amounts;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a string column is stored. Since Druid 36.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#indexspec">indexSpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableStringColumnFormatSpec.Builder.class)
public interface StringColumnFormatSpec extends SpecObject {

    @Nullable StringBitmapIndexType indexType();

    @Nullable MultiValueHandling multiValueHandling();

    @Nullable Integer maxStringLength();

    static StringColumnFormatSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableStringColumnFormatSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableStringColumnFormatSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.notNegative(maxStringLength(), at.at("maxStringLength"));
    }

    /** Makes a {@link StringColumnFormatSpec}. */
    interface Builder extends SpecBuilder<StringColumnFormatSpec, Builder> {

        /** Which index of values is built. Druid's default: one bitmap for each value. */
        Builder indexType(@Nullable StringBitmapIndexType indexType);

        /** The same, built here. */
        default Builder indexType(UnaryOperator<StringBitmapIndexType.Builder> b) {
            return indexType(StringBitmapIndexType.of(b));
        }

        /** What becomes of a list of values in one row. Druid's default: {@code SORTED_ARRAY}. */
        Builder multiValueHandling(@Nullable MultiValueHandling multiValueHandling);

        /** Characters of a value that are kept; the rest is cut off. Not negative. Druid's default: all. */
        Builder maxStringLength(@Nullable Integer maxStringLength);

        @Override
        default StringColumnFormatSpec build() {
            return Specs.complete(((ImmutableStringColumnFormatSpec.Builder) this).partial());
        }
    }
}
