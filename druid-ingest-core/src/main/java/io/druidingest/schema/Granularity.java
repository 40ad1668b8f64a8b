package io.druidingest.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.validation.Checked;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of time: one of Druid's names, or a period of one's own. Import the names statically.
 *
 * <p>Any JSON that Druid may write for a granularity is kept as it is. Immutable; equal by name (ignoring case) or by
 * content.
 *
 * @see <a href="https://druid.apache.org/docs/latest/querying/granularities">granularities</a>
 */
public final class Granularity implements Checked {

    public static final Granularity NONE = of("NONE");
    public static final Granularity SECOND = of("SECOND");
    public static final Granularity MINUTE = of("MINUTE");
    public static final Granularity FIVE_MINUTE = of("FIVE_MINUTE");
    public static final Granularity TEN_MINUTE = of("TEN_MINUTE");
    public static final Granularity FIFTEEN_MINUTE = of("FIFTEEN_MINUTE");
    public static final Granularity THIRTY_MINUTE = of("THIRTY_MINUTE");
    public static final Granularity HOUR = of("HOUR");
    public static final Granularity SIX_HOUR = of("SIX_HOUR");
    public static final Granularity EIGHT_HOUR = of("EIGHT_HOUR");
    public static final Granularity DAY = of("DAY");
    public static final Granularity WEEK = of("WEEK");
    public static final Granularity MONTH = of("MONTH");
    public static final Granularity QUARTER = of("QUARTER");
    public static final Granularity YEAR = of("YEAR");
    public static final Granularity ALL = of("ALL");

    private static final long DAYS = 86_400L;

    /** Seconds; months and longer at their shortest, which is enough to compare the names with each other. */
    private static final Map<String, Long> LENGTHS = Map.ofEntries(
            Map.entry("NONE", 0L),
            Map.entry("SECOND", 1L),
            Map.entry("MINUTE", 60L),
            Map.entry("FIVE_MINUTE", 300L),
            Map.entry("TEN_MINUTE", 600L),
            Map.entry("FIFTEEN_MINUTE", 900L),
            Map.entry("THIRTY_MINUTE", 1_800L),
            Map.entry("HOUR", 3_600L),
            Map.entry("SIX_HOUR", 21_600L),
            Map.entry("EIGHT_HOUR", 28_800L),
            Map.entry("DAY", DAYS),
            Map.entry("WEEK", 7 * DAYS),
            Map.entry("MONTH", 28 * DAYS),
            Map.entry("QUARTER", 90 * DAYS),
            Map.entry("YEAR", 365 * DAYS),
            Map.entry("ALL", Long.MAX_VALUE));

    private final JsonNode json;

    private Granularity(JsonNode json) {
        this.json = json;
    }

    /** The granularity of that name, in any case. An unknown name is reported by the spec it stands in. */
    public static Granularity of(String name) {
        return new Granularity(TextNode.valueOf(name));
    }

    /** An ISO-8601 period in UTC, for example {@code PT2H}: Druid takes a bare period in no other form. */
    public static Granularity period(String period) {
        return new Granularity(
                JsonNodeFactory.instance.objectNode().put("type", "period").put("period", period));
    }

    @JsonCreator
    static Granularity read(JsonNode json) {
        return new Granularity(json.deepCopy());
    }

    /** Whether this step is surely longer than the other; false where it cannot be told. */
    public boolean coarserThan(Granularity other) {
        Long mine = seconds();
        Long theirs = other.seconds();
        return mine != null && theirs != null && mine > theirs;
    }

    @Override
    public void check(Findings at) {
        if (json.isTextual() && !LENGTHS.containsKey(name())) {
            at.report(
                    Rules.UNKNOWN_GRANULARITY,
                    "\"" + json.asText() + "\" is no granularity; use a constant of Granularity, or period(..)");
        } else if (json.path("type").asText().equals("period") && seconds() == null) {
            at.report(Rules.UNKNOWN_GRANULARITY, json.path("period") + " is no ISO-8601 period such as PT2H or P1M");
        } else if (!json.isTextual() && !json.path("type").isTextual()) {
            at.report(Rules.UNKNOWN_GRANULARITY, "is neither a name nor an object with a type");
        }
    }

    private String name() {
        return (json.isTextual() ? json : json.path("type")).asText().toUpperCase(Locale.ROOT);
    }

    private @Nullable Long seconds() {
        switch (name()) {
            case "PERIOD":
                return seconds(json.path("period").asText());
            case "DURATION":
                return json.path("duration").canConvertToLong()
                        ? json.path("duration").asLong() / 1_000
                        : null;
            default:
                return LENGTHS.get(name());
        }
    }

    private static @Nullable Long seconds(String period) {
        try {
            return IsoPeriod.parse(period).seconds();
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    @JsonValue
    JsonNode json() {
        return json;
    }

    @Override
    public String toString() {
        return json.isTextual() ? json.asText() : json.toString();
    }

    @Override
    public boolean equals(@Nullable Object o) {
        if (!(o instanceof Granularity)) {
            return false;
        }
        JsonNode other = ((Granularity) o).json;
        return (json.isTextual() && other.isTextual())
                ? json.asText().equalsIgnoreCase(other.asText())
                : json.equals(other);
    }

    @Override
    public int hashCode() {
        return json.isTextual() ? name().hashCode() : json.hashCode();
    }
}
