package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.DatePatterns;
import io.druidingest.unit.Granularity;
import io.druidingest.unit.TimeZones;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Writes a time, mostly {@code __time}, as text.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#time-format-extraction-function">extraction functions</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableTimeFormatExtractionFn.Builder.class)
public interface TimeFormatExtractionFn extends ExtractionFn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "timeFormat";
    }

    @Nullable String format();

    @Nullable String locale();

    @DruidDefault("\"UTC\"")
    @Nullable String timeZone();

    @DruidDefault("\"none\"")
    @Nullable Granularity granularity();

    @DruidDefault("false")
    @Nullable Boolean asMillis();

    static TimeFormatExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableTimeFormatExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableTimeFormatExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        String zone = timeZone();
        if (zone != null) {
            TimeZones.check(zone, at.at("timeZone"));
        }
        String format = format();
        if (format != null) {
            DatePatterns.check(format, at.at("format"));
        }
    }

    /** Makes a {@link TimeFormatExtractionFn}. */
    interface Builder extends SpecBuilder<TimeFormatExtractionFn, Builder> {

        /** A Joda-Time pattern. Druid's default: ISO-8601. */
        Builder format(@Nullable String format);

        /** The language of names, for example {@code fr}. Druid's default: that of the server. */
        Builder locale(@Nullable String locale);

        /** The time zone, for example {@code Europe/Paris}. Druid's default: {@code UTC}. */
        Builder timeZone(@Nullable String timeZone);

        /** What the time is cut to before it is written. Druid's default: none. */
        Builder granularity(@Nullable Granularity granularity);

        /** Whether text is taken as milliseconds. Druid's default: false. */
        Builder asMillis(@Nullable Boolean asMillis);

        @Override
        default TimeFormatExtractionFn build() {
            return Specs.complete(((ImmutableTimeFormatExtractionFn.Builder) this).partial());
        }
    }
}
