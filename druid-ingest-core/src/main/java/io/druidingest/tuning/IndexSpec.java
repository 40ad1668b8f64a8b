package io.druidingest.tuning;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a segment are stored.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#indexspec">indexSpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableIndexSpec.Builder.class)
public interface IndexSpec extends SpecObject {

    @DruidDefault("{\"type\": \"roaring\"}")
    @Nullable BitmapSerdeFactory bitmap();

    @DruidDefault("\"lz4\"")
    @Nullable CompressionStrategy dimensionCompression();

    @DruidDefault("{\"type\": \"utf8\"}")
    @Nullable StringEncodingStrategy stringDictionaryEncoding();

    @DruidDefault("\"lz4\"")
    @Nullable CompressionStrategy metricCompression();

    @DruidDefault("\"longs\"")
    @Nullable LongEncodingStrategy longEncoding();

    @Nullable CompressionStrategy complexMetricCompression();

    @Nullable CompressionStrategy jsonCompression();

    @Nullable CompressionStrategy metadataCompression();

    @Nullable StringColumnFormatSpec stringColumnFormatSpec();

    @Nullable NestedCommonFormatColumnFormatSpec autoColumnFormatSpec();

    @Nullable SegmentizerFactory segmentLoader();

    static IndexSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableIndexSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableIndexSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes an {@link IndexSpec}. */
    interface Builder extends SpecBuilder<IndexSpec, Builder> {

        /** How bitmap indexes are compressed. Druid's default: roaring. */
        Builder bitmap(@Nullable BitmapSerdeFactory bitmap);

        /** The same, built here. */
        default Builder bitmap(UnaryOperator<BitmapSerdeFactory.Builder> b) {
            return bitmap(BitmapSerdeFactory.of(b));
        }

        /** How dimension columns are compressed. Druid's default: {@code lz4}. */
        Builder dimensionCompression(@Nullable CompressionStrategy dimensionCompression);

        /** How the dictionaries of string columns are encoded. Druid's default: UTF-8, one by one. */
        Builder stringDictionaryEncoding(@Nullable StringEncodingStrategy stringDictionaryEncoding);

        /** How metric columns of primitive types are compressed. Druid's default: {@code lz4}. */
        Builder metricCompression(@Nullable CompressionStrategy metricCompression);

        /** How columns of 64-bit integers are encoded. Druid's default: {@code longs}. */
        Builder longEncoding(@Nullable LongEncodingStrategy longEncoding);

        /** How columns of sketches and other complex metrics are compressed. Druid's default: not compressed. */
        Builder complexMetricCompression(@Nullable CompressionStrategy complexMetricCompression);

        /**
         * How the raw objects of nested columns are compressed. Deprecated since Druid 36 in favour of {@link
         * #autoColumnFormatSpec}. Druid's default: {@code lz4}.
         */
        Builder jsonCompression(@Nullable CompressionStrategy jsonCompression);

        /** How the metadata of columns is compressed. Druid's default: not compressed. Since Druid 36. */
        Builder metadataCompression(@Nullable CompressionStrategy metadataCompression);

        /** How string columns are stored that say nothing of their own. Since Druid 36. */
        Builder stringColumnFormatSpec(@Nullable StringColumnFormatSpec stringColumnFormatSpec);

        /** The same, built here. */
        default Builder stringColumnFormatSpec(UnaryOperator<StringColumnFormatSpec.Builder> b) {
            return stringColumnFormatSpec(StringColumnFormatSpec.of(b));
        }

        /** How {@code auto} and {@code json} columns are stored that say nothing of their own. Since Druid 35. */
        Builder autoColumnFormatSpec(@Nullable NestedCommonFormatColumnFormatSpec autoColumnFormatSpec);

        /** The same, built here. */
        default Builder autoColumnFormatSpec(UnaryOperator<NestedCommonFormatColumnFormatSpec.Builder> b) {
            return autoColumnFormatSpec(NestedCommonFormatColumnFormatSpec.of(b));
        }

        /** How servers load the segments. Druid's default: by mapping them into memory. */
        Builder segmentLoader(@Nullable SegmentizerFactory segmentLoader);

        @Override
        default IndexSpec build() {
            return Specs.complete(((ImmutableIndexSpec.Builder) this).partial());
        }
    }
}
