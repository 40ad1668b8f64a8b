package io.druidingest.tuning;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How an {@code auto} or {@code json} column is stored. Since Druid 35.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#indexspec">indexSpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableNestedCommonFormatColumnFormatSpec.Builder.class)
public interface NestedCommonFormatColumnFormatSpec extends SpecObject {

    @Nullable ObjectStorageEncoding objectStorageEncoding();

    @Nullable CompressionStrategy objectStorageCompression();

    @Nullable StringEncodingStrategy objectFieldsDictionaryEncoding();

    @Nullable StringEncodingStrategy stringDictionaryEncoding();

    @Nullable CompressionStrategy dictionaryEncodedColumnCompression();

    @Nullable LongEncodingStrategy longColumnEncoding();

    @Nullable CompressionStrategy longColumnCompression();

    @Nullable BitmapIndexType longFieldBitmapIndexType();

    @Nullable CompressionStrategy doubleColumnCompression();

    @Nullable BitmapIndexType doubleFieldBitmapIndexType();

    static NestedCommonFormatColumnFormatSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableNestedCommonFormatColumnFormatSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableNestedCommonFormatColumnFormatSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link NestedCommonFormatColumnFormatSpec}. */
    interface Builder extends SpecBuilder<NestedCommonFormatColumnFormatSpec, Builder> {

        /** In what form the objects themselves are kept. Druid's default: {@code smile}. */
        Builder objectStorageEncoding(@Nullable ObjectStorageEncoding objectStorageEncoding);

        /** How the objects themselves are compressed. Druid's default: {@code lz4}. */
        Builder objectStorageCompression(@Nullable CompressionStrategy objectStorageCompression);

        /** How the dictionary of field names is encoded. Druid's default: UTF-8, one by one. */
        Builder objectFieldsDictionaryEncoding(@Nullable StringEncodingStrategy objectFieldsDictionaryEncoding);

        /** How the dictionary of string values is encoded. Druid's default: UTF-8, one by one. */
        Builder stringDictionaryEncoding(@Nullable StringEncodingStrategy stringDictionaryEncoding);

        /** How the dictionary ids are compressed. Druid's default: {@code lz4}. */
        Builder dictionaryEncodedColumnCompression(@Nullable CompressionStrategy dictionaryEncodedColumnCompression);

        /** How 64-bit integers are encoded. Druid's default: {@code longs}. */
        Builder longColumnEncoding(@Nullable LongEncodingStrategy longColumnEncoding);

        /** How 64-bit integers are compressed. Druid's default: {@code lz4}. */
        Builder longColumnCompression(@Nullable CompressionStrategy longColumnCompression);

        /** Which index of 64-bit integers is built. Druid's default: one bitmap for each value. */
        Builder longFieldBitmapIndexType(@Nullable BitmapIndexType longFieldBitmapIndexType);

        /** The same, built here. */
        default Builder longFieldBitmapIndexType(UnaryOperator<BitmapIndexType.Builder> b) {
            return longFieldBitmapIndexType(BitmapIndexType.of(b));
        }

        /** How floating point numbers are compressed. Druid's default: {@code lz4}. */
        Builder doubleColumnCompression(@Nullable CompressionStrategy doubleColumnCompression);

        /** Which index of floating point numbers is built. Druid's default: one bitmap for each value. */
        Builder doubleFieldBitmapIndexType(@Nullable BitmapIndexType doubleFieldBitmapIndexType);

        /** The same, built here. */
        default Builder doubleFieldBitmapIndexType(UnaryOperator<BitmapIndexType.Builder> b) {
            return doubleFieldBitmapIndexType(BitmapIndexType.of(b));
        }

        @Override
        default NestedCommonFormatColumnFormatSpec build() {
            return Specs.complete(((ImmutableNestedCommonFormatColumnFormatSpec.Builder) this).partial());
        }
    }
}
