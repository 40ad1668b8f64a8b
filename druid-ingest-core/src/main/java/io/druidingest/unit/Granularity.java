package io.druidingest.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.json.Canonical;
import io.druidingest.validation.Checked;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
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
public final class Granularity implements Checked, Canonical {

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

    private static final Map<String, IsoPeriod> NAMES = Map.ofEntries(
            Map.entry("NONE", IsoPeriod.of("PT0S")),
            Map.entry("SECOND", IsoPeriod.of("PT1S")),
            Map.entry("MINUTE", IsoPeriod.of("PT1M")),
            Map.entry("FIVE_MINUTE", IsoPeriod.of("PT5M")),
            Map.entry("TEN_MINUTE", IsoPeriod.of("PT10M")),
            Map.entry("FIFTEEN_MINUTE", IsoPeriod.of("PT15M")),
            Map.entry("THIRTY_MINUTE", IsoPeriod.of("PT30M")),
            Map.entry("HOUR", IsoPeriod.of("PT1H")),
            Map.entry("SIX_HOUR", IsoPeriod.of("PT6H")),
            Map.entry("EIGHT_HOUR", IsoPeriod.of("PT8H")),
            Map.entry("DAY", IsoPeriod.of("P1D")),
            Map.entry("WEEK", IsoPeriod.of("P1W")),
            Map.entry("MONTH", IsoPeriod.of("P1M")),
            Map.entry("QUARTER", IsoPeriod.of("P3M")),
            Map.entry("YEAR", IsoPeriod.of("P1Y")),
            Map.entry("ALL", IsoPeriod.EVER));

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

    /** Whether this step is longer than the other wherever in the calendar they stand; false where it cannot be told. */
    public boolean coarserThan(Granularity other) {
        IsoPeriod mine = length();
        IsoPeriod theirs = other.length();
        return mine != null && theirs != null && mine.surelyLongerThan(theirs);
    }

    @Override
    public void check(Findings at) {
        if (length() == null) {
            at.report(
                    Rules.UNKNOWN_GRANULARITY,
                    json + " is no granularity; use a constant of Granularity, or Granularity.period(\"PT2H\")");
        }
    }

    /** How long one step is; null where Druid would not understand it. */
    private @Nullable IsoPeriod length() {
        if (json.isTextual()) {
            return NAMES.get(json.asText().toUpperCase(Locale.ROOT));
        }
        switch (json.path("type").asText()) {
            case "none":
            case "all":
                return NAMES.get(json.path("type").asText().toUpperCase(Locale.ROOT));
            case "period":
                return positive(json.path("period"));
            case "duration":
                return positive(LongNode.valueOf(json.path("duration").asLong()));
            default:
                return null;
        }
    }

    private static @Nullable IsoPeriod positive(JsonNode period) {
        IsoPeriod length = IsoPeriod.read(period);
        return length.isPositive() ? length : null;
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
    public JsonNode canonical() {
        boolean bareType = json.size() == 1 && length() != null; // how Druid writes none and all
        return json.isTextual() || bareType
                ? TextNode.valueOf((bareType ? json.get("type") : json).asText().toUpperCase(Locale.ROOT))
                : json;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Granularity && ((Granularity) o).canonical().equals(canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }
}
