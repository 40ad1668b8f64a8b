package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows whose value a Bloom filter holds, or seems to: it errs that way only. Needs the extension {@code
 * druid-bloom-filter}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-core/bloom-filter">Bloom filters</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableBloomFilter.Builder.class)
public interface BloomFilter extends Filter {

    @Override
    @JsonProperty("type")
    default String type() {
        return "bloom";
    }

    String dimension();

    String bloomKFilter();

    @Nullable ExtractionFn extractionFn();

    @Nullable FilterTuning filterTuning();

    static BloomFilter of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableBloomFilter.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableBloomFilter.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link BloomFilter}. */
    interface Builder extends SpecBuilder<BloomFilter, Builder> {

        /** The column. Required. */
        Builder dimension(String dimension);

        /** The serialized filter, in Base64. Required. */
        Builder bloomKFilter(String bloomKFilter);

        /**
         * What is made of each value before it is compared. An expression does most of it better. Druid's default:
         * values as they are.
         */
        Builder extractionFn(@Nullable ExtractionFn extractionFn);

        /** Whether and when indexes are used. Druid's default: Druid decides. */
        Builder filterTuning(@Nullable FilterTuning filterTuning);

        /** The same, built here. */
        default Builder filterTuning(UnaryOperator<FilterTuning.Builder> b) {
            return filterTuning(FilterTuning.of(b));
        }

        @Override
        default BloomFilter build() {
            return Specs.complete(((ImmutableBloomFilter.Builder) this).partial());
        }
    }
}
