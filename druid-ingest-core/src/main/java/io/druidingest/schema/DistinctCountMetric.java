package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecJson;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The number of distinct values within a segment, exact where all rows of one value go to one segment. In the
 * community extension druid-distinctcount.
 *
 * @see <a href="https://druid.apache.org/docs/latest/development/extensions-contrib/distinctcount">distinctCount</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableDistinctCountMetric.Builder.class)
public interface DistinctCountMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "distinctCount";
    }

    @Override
    String name();

    String fieldName();

    @Nullable JsonNode bitmapFactory();

    static DistinctCountMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableDistinctCountMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableDistinctCountMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link DistinctCountMetric}. */
    interface Builder extends SpecBuilder<DistinctCountMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input dimension. Required. */
        Builder fieldName(String fieldName);

        /**
         * The bitmap that counts, by its type {@code roaring}, {@code concise} or {@code java}. Druid's default:
         * roaring.
         */
        Builder bitmapFactory(@Nullable JsonNode bitmapFactory);

        /** The same, as a string, number, list or map. */
        default Builder bitmapFactory(Object bitmapFactory) {
            return bitmapFactory(SpecJson.tree(bitmapFactory));
        }

        @Override
        default DistinctCountMetric build() {
            return Specs.complete(((ImmutableDistinctCountMetric.Builder) this).partial());
        }
    }
}
