package io.druidingest.schema;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The first or last number by time: {@code longFirst}, {@code doubleLast} and the like.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations#first-and-last-aggregators">first and last aggregators</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableFirstLastMetric.Builder.class)
public interface FirstLastMetric extends Metric {

    @Override
    String name();

    String fieldName();

    @DruidDefault("\"__time\"")
    @Nullable String timeColumn();

    static FirstLastMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableFirstLastMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableFirstLastMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link FirstLastMetric}. */
    interface Builder extends SpecBuilder<FirstLastMetric, Builder> {

        /**
         * The type id: {@code longFirst}, {@code longLast}, {@code doubleFirst}, {@code doubleLast}, {@code
         * floatFirst} or {@code floatLast}. Required.
         */
        Builder type(String type);

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Required. */
        Builder fieldName(String fieldName);

        /** The column whose time decides. Druid's default: {@code __time}. */
        Builder timeColumn(@Nullable String timeColumn);

        @Override
        default FirstLastMetric build() {
            return Specs.complete(((ImmutableFirstLastMetric.Builder) this).partial());
        }
    }
}
