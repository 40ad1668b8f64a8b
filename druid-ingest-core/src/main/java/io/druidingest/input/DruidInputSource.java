package io.druidingest.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.query.Filter;
import io.druidingest.unit.Interval;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Identifiers;
import io.druidingest.validation.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a datasource of the same cluster, as its segments hold them. The timestamp stands in {@code __time}.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/input-sources#druid-input-source">Druid input source</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableDruidInputSource.Builder.class)
public interface DruidInputSource extends InputSource {

    @Override
    @JsonProperty("type")
    default String type() {
        return "druid";
    }

    String dataSource();

    @Nullable Interval interval();

    List<WindowedSegmentId> segments();

    @Nullable Filter filter();

    List<String> dimensions();

    List<String> metrics();

    static DruidInputSource of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableDruidInputSource.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableDruidInputSource.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        Identifiers.check(dataSource(), at.at("dataSource"));
        if ((interval() == null) == segments().isEmpty()) {
            at.report(
                    Rules.INTERVAL_OR_SEGMENTS,
                    interval() == null
                            ? "has neither interval nor segments; set interval"
                            : "has both interval and segments; keep one");
        }
    }

    /** Makes a {@link DruidInputSource}. */
    interface Builder extends SpecBuilder<DruidInputSource, Builder> {

        /** The datasource to read. Required. */
        Builder dataSource(String dataSource);

        /** The time to read. Excludes {@link #segments}. */
        Builder interval(@Nullable Interval interval);

        /** The same, as text, for example {@code 2026-01-01/2026-02-01}. */
        default Builder interval(String interval) {
            return interval(Interval.of(interval));
        }

        /** The segments to read. Excludes {@link #interval}. */
        Builder segments(Iterable<? extends WindowedSegmentId> segments);

        /** The same, listed. */
        default Builder segments(WindowedSegmentId... segments) {
            return segments(Arrays.asList(segments));
        }

        /** Which rows to read. Druid's default: all. */
        Builder filter(@Nullable Filter filter);

        /** Which dimensions to read. Druid's default: those that the new datasource needs. */
        Builder dimensions(Iterable<String> dimensions);

        /** The same, listed. */
        default Builder dimensions(String... dimensions) {
            return dimensions(Arrays.asList(dimensions));
        }

        /** Which metrics to read. Druid's default: those that the new datasource needs. */
        Builder metrics(Iterable<String> metrics);

        /** The same, listed. */
        default Builder metrics(String... metrics) {
            return metrics(Arrays.asList(metrics));
        }

        @Override
        default DruidInputSource build() {
            return Specs.complete(((ImmutableDruidInputSource.Builder) this).partial());
        }
    }
}
