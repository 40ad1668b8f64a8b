package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Rounds numbers down to a multiple.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#bucket-extraction-function">extraction functions</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableBucketExtractionFn.Builder.class)
public interface BucketExtractionFn extends ExtractionFn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "bucket";
    }

    @DruidDefault("1.0")
    @Nullable Double size();

    @DruidDefault("0.0")
    @Nullable Double offset();

    static BucketExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableBucketExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableBucketExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link BucketExtractionFn}. */
    interface Builder extends SpecBuilder<BucketExtractionFn, Builder> {

        /** The width of a bucket. Druid's default: 1.0. */
        Builder size(@Nullable Double size);

        /** The same; for a literal of another type. */
        default Builder size(double size) {
            return size(Double.valueOf(size));
        }

        /** Where buckets begin. Druid's default: 0.0. */
        Builder offset(@Nullable Double offset);

        /** The same; for a literal of another type. */
        default Builder offset(double offset) {
            return offset(Double.valueOf(offset));
        }

        @Override
        default BucketExtractionFn build() {
            return Specs.complete(((ImmutableBucketExtractionFn.Builder) this).partial());
        }
    }
}
