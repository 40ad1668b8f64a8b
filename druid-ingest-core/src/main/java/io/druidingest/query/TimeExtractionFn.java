package io.druidingest.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.DatePatterns;
import io.druidingest.validation.Findings;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads a time from text and writes it in another form.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/dimensionspecs#time-parsing-extraction-function">extraction functions</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableTimeExtractionFn.Builder.class)
public interface TimeExtractionFn extends ExtractionFn {

    @Override
    @JsonProperty("type")
    default String type() {
        return "time";
    }

    String timeFormat();

    String resultFormat();

    @DruidDefault("false")
    @Nullable Boolean joda();

    static TimeExtractionFn of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableTimeExtractionFn.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableTimeExtractionFn.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        if (Boolean.TRUE.equals(joda())) {
            DatePatterns.check(timeFormat(), at.at("timeFormat"));
            DatePatterns.check(resultFormat(), at.at("resultFormat"));
        }
    }

    /** Makes a {@link TimeExtractionFn}. */
    interface Builder extends SpecBuilder<TimeExtractionFn, Builder> {

        /** How it is read: a pattern of ICU, or of Joda-Time where {@link #joda} is true. Required. */
        Builder timeFormat(String timeFormat);

        /** How it is written. Required. */
        Builder resultFormat(String resultFormat);

        /** Whether the patterns are Joda-Time's. Druid's default: false. */
        Builder joda(@Nullable Boolean joda);

        @Override
        default TimeExtractionFn build() {
            return Specs.complete(((ImmutableTimeExtractionFn.Builder) this).partial());
        }
    }
}
