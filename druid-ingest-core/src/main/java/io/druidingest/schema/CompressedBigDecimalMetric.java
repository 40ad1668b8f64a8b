package io.druidingest.schema;

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
 * A sum, minimum or maximum of decimal numbers, without rounding. In the community extension
 * druid-compressed-bigdecimal.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/compressed-big-decimal">compressed big decimal</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableCompressedBigDecimalMetric.Builder.class)
public interface CompressedBigDecimalMetric extends Metric {

    @Override
    String name();

    String fieldName();

    @DruidDefault("6")
    @Nullable Integer size();

    @DruidDefault("9")
    @Nullable Integer scale();

    @DruidDefault("false")
    @Nullable Boolean strictNumberParsing();

    static CompressedBigDecimalMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableCompressedBigDecimalMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableCompressedBigDecimalMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.positive(size(), at.at("size"));
    }

    /** Makes a {@link CompressedBigDecimalMetric}. */
    interface Builder extends SpecBuilder<CompressedBigDecimalMetric, Builder> {

        /**
         * The type id: {@code compressedBigDecimalSum}, {@code compressedBigDecimalMin} or {@code
         * compressedBigDecimalMax}. Required.
         */
        Builder type(String type);

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Required. */
        Builder fieldName(String fieldName);

        /** 32-bit words of a number. Positive. Druid's default: 6. */
        Builder size(@Nullable Integer size);

        /** Digits after the decimal point. Druid's default: 9. */
        Builder scale(@Nullable Integer scale);

        /** Whether a text that is no number is an error instead of zero. Druid's default: false. */
        Builder strictNumberParsing(@Nullable Boolean strictNumberParsing);

        @Override
        default CompressedBigDecimalMetric build() {
            return Specs.complete(((ImmutableCompressedBigDecimalMetric.Builder) this).partial());
        }
    }
}
