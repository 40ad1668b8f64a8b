package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.query.ColumnType;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * The one value of a column. Of use in queries only: two rows that are merged fail.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations">aggregations</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableSingleValueMetric.Builder.class)
public interface SingleValueMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "singleValue";
    }

    @Override
    String name();

    String fieldName();

    ColumnType columnType();

    static SingleValueMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableSingleValueMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableSingleValueMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link SingleValueMetric}. */
    interface Builder extends SpecBuilder<SingleValueMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Required. */
        Builder fieldName(String fieldName);

        /** The type of the column. Required. */
        Builder columnType(ColumnType columnType);

        @Override
        default SingleValueMetric build() {
            return Specs.complete(((ImmutableSingleValueMetric.Builder) this).partial());
        }
    }
}
