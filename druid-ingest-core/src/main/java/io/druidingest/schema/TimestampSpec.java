package io.druidingest.schema;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.SpecBuilder;
import io.druidingest.json.SpecObject;
import io.druidingest.json.SpecStyle;
import io.druidingest.json.Specs;
import io.druidingest.unit.DatePatterns;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where the primary timestamp of a row stands and how it is written.
 *
 * @see <a href="https://druid.apache.org/docs/latest/ingestion/ingestion-spec#timestampspec">timestampSpec</a>
 */
@SpecStyle
@Value.Immutable
@JsonDeserialize(builder = ImmutableTimestampSpec.Builder.class)
public interface TimestampSpec extends SpecObject {

    @DruidDefault("\"timestamp\"")
    @Nullable String column();

    @DruidDefault("\"auto\"")
    @Nullable String format();

    @Nullable Instant missingValue();

    /** ISO-8601 text in {@code column}. */
    static TimestampSpec iso(String column) {
        return of(t -> t.column(column).format("iso"));
    }

    /** Milliseconds since 1970 in {@code column}. */
    static TimestampSpec millis(String column) {
        return of(t -> t.column(column).format("millis"));
    }

    /** Seconds since 1970 in {@code column}. */
    static TimestampSpec posix(String column) {
        return of(t -> t.column(column).format("posix"));
    }

    static TimestampSpec of(UnaryOperator<Builder> b) {
        return b.apply(builder()).build();
    }

    static Builder builder() {
        return new ImmutableTimestampSpec.Builder();
    }

    default Builder toBuilder() {
        return new ImmutableTimestampSpec.Builder().from(this);
    }

    default String describe() {
        return Specs.describe(this);
    }

    @Override
    default void check(Findings at) {
        String format = format();
        if (format != null && !isFormat(format)) {
            at.at("format")
                    .report(
                            Rules.TIMESTAMP_FORMAT,
                            "\"" + format
                                    + "\" is no Joda-Time pattern; quote literal letters as in yyyy-MM-dd'T'HH:mm");
        }
    }

    private static boolean isFormat(String format) {
        switch (format.toLowerCase(Locale.ROOT)) {
            case "auto":
            case "iso":
            case "posix":
            case "millis":
            case "micro":
            case "nano":
            case "ruby":
                return true;
            default:
                return DatePatterns.isPattern(format);
        }
    }

    /** Makes a {@link TimestampSpec}. */
    interface Builder extends SpecBuilder<TimestampSpec, Builder> {

        /** The input field to read. Druid's default: {@code timestamp}. */
        Builder column(@Nullable String column);

        /**
         * {@code iso}, {@code posix} (seconds), {@code millis}, {@code micro}, {@code nano}, {@code ruby}, {@code auto}
         * (ISO or milliseconds), or a Joda-Time pattern. Druid's default: {@code auto}.
         */
        Builder format(@Nullable String format);

        /** The timestamp of rows that have none. Druid's default: such rows are unparseable. Not for production. */
        Builder missingValue(@Nullable Instant missingValue);

        @Override
        default TimestampSpec build() {
            return Specs.complete(((ImmutableTimestampSpec.Builder) this).partial());
        }
    }
}
