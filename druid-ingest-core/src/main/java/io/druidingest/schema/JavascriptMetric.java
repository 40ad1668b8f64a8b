package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A number that JavaScript computes. Druid runs JavaScript only where {@code druid.javascript.enabled} is set, and
 * fails the task elsewhere.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/aggregations#javascript-aggregator">JavaScript aggregator</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableJavascriptMetric.Builder.class)
public interface JavascriptMetric extends Metric {

    @Override
    @JsonProperty("type")
    default String type() {
        return "javascript";
    }

    @Override
    String name();

    @JsonInclude(JsonInclude.Include.ALWAYS)
    List<String> fieldNames();

    String fnAggregate();

    String fnCombine();

    String fnReset();

    static JavascriptMetric of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableJavascriptMetric.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableJavascriptMetric.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    /** Makes a {@link JavascriptMetric}. */
    interface Builder extends SpecBuilder<JavascriptMetric, Builder> {

        /** The column. Required. */
        Builder name(String name);

        /** The fields, in the order in which {@link #fnAggregate} takes them. */
        Builder fieldNames(Iterable<String> fieldNames);

        /** The same, listed. */
        default Builder fieldNames(String... fieldNames) {
            return fieldNames(Arrays.asList(fieldNames));
        }

        /** A function of the value so far and of the fields, which returns the next value. Required. */
        Builder fnAggregate(String fnAggregate);

        /** A function of two values that returns their combination. Required. */
        Builder fnCombine(String fnCombine);

        /** A function that returns the value before the first row. Required. */
        Builder fnReset(String fnReset);

        @Override
        default JavascriptMetric build() {
            return Specs.complete(((ImmutableJavascriptMetric.Builder) this).partial());
        }
    }
}
