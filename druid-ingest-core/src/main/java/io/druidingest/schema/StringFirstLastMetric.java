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
 * The first or last text by time.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations#first-and-last-aggregators">first and last aggregators</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableStringFirstLastMetric.Builder.class)
public interface StringFirstLastMetric extends Metric {

    @Override
    String name();

    String fieldName();

    @DruidDefault("\"__time\"")
    @Nullable String timeColumn();

    @DruidDefault("1024")
    @Nullable Integer maxStringBytes();

    static StringFirstLastMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableStringFirstLastMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableStringFirstLastMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Amounts.notNegative(maxStringBytes(), at.at("maxStringBytes"));
    }

    /** Makes a {@link StringFirstLastMetric}. */
    interface Builder extends SpecBuilder<StringFirstLastMetric, Builder> {

        /** The type id: {@code stringFirst} or {@code stringLast}. Required. */
        Builder type(String type);

        /** The column. Required. */
        Builder name(String name);

        /** The input field. Required. */
        Builder fieldName(String fieldName);

        /** The column whose time decides. Druid's default: {@code __time}. */
        Builder timeColumn(@Nullable String timeColumn);

        /** Bytes of the text that are kept. Not negative. Druid's default: 1,024. */
        Builder maxStringBytes(@Nullable Integer maxStringBytes);

        @Override
        default StringFirstLastMetric build() {
            return Specs.complete(((ImmutableStringFirstLastMetric.Builder) this).partial());
        }
    }
}
