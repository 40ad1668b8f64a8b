package io.druidingest.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.json.Canonical;
import io.druidingest.json.IsoTime;
import io.druidingest.validation.Checked;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /** What Druid writes by name; not P7D, which starts on a Thursday. */
    private static final Map<String, String> PERIODS = Map.ofEntries(
            Map.entry("PT1S", "SECOND"),
            Map.entry("PT1M", "MINUTE"),
            Map.entry("PT5M", "FIVE_MINUTE"),
            Map.entry("PT10M", "TEN_MINUTE"),
            Map.entry("PT15M", "FIFTEEN_MINUTE"),
            Map.entry("PT30M", "THIRTY_MINUTE"),
            Map.entry("PT1H", "HOUR"),
            Map.entry("PT6H", "SIX_HOUR"),
            Map.entry("PT8H", "EIGHT_HOUR"),
            Map.entry("P1D", "DAY"),
            Map.entry("P1W", "WEEK"),
            Map.entry("P1M", "MONTH"),
            Map.entry("P3M", "QUARTER"),
            Map.entry("P1Y", "YEAR"));

    private static final Map<String, IsoPeriod> NAMES = lengths();
    private static final Set<IsoPeriod> NAMED = Set.copyOf(NAMES.values());

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

    private final JsonNode json;
    private final @Nullable IsoPeriod length;

    private Granularity(JsonNode json) {
        this.json = json;
        this.length = length(json);
    }

    private static Map<String, IsoPeriod> lengths() {
        Map<String, IsoPeriod> lengths = new HashMap<>();
        PERIODS.forEach((period, name) -> lengths.put(name, IsoPeriod.of(period)));
        lengths.put("NONE", IsoPeriod.of("PT0S"));
        lengths.put("ALL", IsoPeriod.EVER);
        return Collections.unmodifiableMap(lengths);
    }

    /** The granularity of that name, in any case. An unknown name is reported by the spec it stands in. */
    public static Granularity of(String name) {
        return new Granularity(TextNode.valueOf(name));
    }

    /** An ISO-8601 period in UTC, for example {@code PT2H}: Druid takes a bare period in no other form. */
    public static Granularity period(String period) {
        return new Granularity(periodOf(period));
    }

    /** The same, in the calendar of a time zone. */
    public static Granularity period(String period, ZoneId timeZone) {
        return new Granularity(periodOf(period).put("timeZone", name(timeZone)));
    }

    /** The same, counted from a moment instead of from 1970. */
    public static Granularity period(String period, ZoneId timeZone, Instant origin) {
        return new Granularity(periodOf(period).put("timeZone", name(timeZone)).put("origin", origin.toString()));
    }

    /** Steps of equal length, whatever the calendar says, counted from 1970. */
    public static Granularity duration(Duration duration) {
        return new Granularity(durationOf(duration));
    }

    /** The same, counted from a moment. */
    public static Granularity duration(Duration duration, Instant origin) {
        return new Granularity(durationOf(duration).put("origin", origin.toString()));
    }

    private static ObjectNode periodOf(String period) {
        return JsonNodeFactory.instance.objectNode().put("type", "period").put("period", period);
    }

    private static ObjectNode durationOf(Duration duration) {
        return JsonNodeFactory.instance.objectNode().put("type", "duration").put("duration", duration.toMillis());
    }

    private static String name(ZoneId zone) {
        return TimeZones.isUtc(zone.getId()) ? "UTC" : zone.getId();
    }

    @JsonCreator
    static Granularity read(JsonNode json) {
        return new Granularity(json.deepCopy());
    }

    /** Whether this step is longer than the other wherever in the calendar they stand; false where it cannot be told. */
    public boolean coarserThan(Granularity other) {
        return length != null && other.length != null && length.surelyLongerThan(other.length);
    }

    /** Whether steps of this length fit into those of every coarser name; a week and a step of one's own do not. */
    public boolean nests() {
        return length != null && !length.equals(NAMES.get("WEEK")) && length.isPositive() && NAMED.contains(length);
    }

    @Override
    public void check(Findings at) {
        if (length != null && json.hasNonNull("timeZone")) {
            TimeZones.check(json.get("timeZone").asText(), at.at("timeZone"));
        }
        if (length != null && hasOrigin() && origin() == null) {
            at.at("origin")
                    .report(
                            Rules.MALFORMED,
                            json.get("origin") + " is no moment; write for example 2026-01-01T00:00:00Z");
        }
        if (length == null) {
            at.report(
                    Rules.UNKNOWN_GRANULARITY,
                    json + " is no granularity; use a constant of Granularity, or Granularity.period(\"PT2H\")");
        }
    }

    /** How long one step is; null where Druid would not understand it. */
    private static @Nullable IsoPeriod length(JsonNode json) {
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

    private boolean hasOrigin() {
        return json.hasNonNull("origin") && !json.get("origin").asText().isEmpty();
    }

    /** What steps are counted from; null where that is not said, or malformed. */
    private @Nullable Instant origin() {
        JsonNode origin = json.path("origin");
        try {
            return !hasOrigin()
                    ? null
                    : origin.isIntegralNumber()
                            ? Instant.ofEpochMilli(origin.asLong())
                            : IsoTime.parse(origin.asText());
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable IsoPeriod positive(JsonNode period) {
        IsoPeriod length = IsoPeriod.read(period);
        return length.isPositive() ? length : null;
    }

    @JsonValue
    @Override
    public JsonNode spelling() {
        return json;
    }

    @Override
    public String toString() {
        return json.isTextual() ? json.asText() : json.toString();
    }

    @Override
    public JsonNode canonical() {
        boolean bareType = json.size() == 1 && length != null; // how Druid writes none and all
        if (json.isTextual() || bareType) {
            return TextNode.valueOf(
                    (bareType ? json.get("type") : json).asText().toUpperCase(Locale.ROOT));
        }
        boolean step = json.has("period") || json.has("duration");
        if (!step || length == null || hasOrigin() != (origin() != null)) {
            return json;
        }
        return json.path("type").asText().equals("period") ? canonicalPeriod() : canonicalDuration();
    }

    private JsonNode canonicalDuration() {
        ObjectNode canonical = json.deepCopy();
        canonical.put("duration", json.path("duration").asLong());
        Instant origin = origin();
        return origin == null ? canonical.without("origin") : canonical.put("origin", origin.toString());
    }

    /** As Druid writes it: by name if there is one, else with a time zone. */
    private JsonNode canonicalPeriod() {
        String zone = json.hasNonNull("timeZone") ? json.get("timeZone").asText() : "UTC";
        String period = json.get("period").asText();
        String name = PERIODS.get(period.toUpperCase(Locale.ROOT));
        ObjectNode canonical = json.deepCopy();
        Instant origin = origin();
        canonical.remove(List.of("origin", "timeZone"));
        if (TimeZones.isUtc(zone) && origin == null && name != null && canonical.size() == 2) {
            return TextNode.valueOf(name);
        }
        canonical.put("timeZone", TimeZones.isUtc(zone) ? "UTC" : zone);
        return origin == null ? canonical : canonical.put("origin", origin.toString());
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
