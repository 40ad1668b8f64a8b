package io.druidingest.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.json.Canonical;
import io.druidingest.validation.Checked;
import io.druidingest.validation.Findings;
import io.druidingest.validation.Rules;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number of bytes, plain or with a unit: {@code 1GiB} is 2^30, {@code 1G} is 10^9; K, M, G, T and P in any case.
 *
 * <p>A malformed text makes a value too, so that its spec can tell all its problems together. Immutable; equal if the
 * numbers are, or the text where it is malformed.
 *
 * @see <a href="https://druid.apache.org/docs/latest/configuration/human-readable-byte">human-readable bytes</a>
 */
public final class Bytes implements Checked, Canonical {

    private static final Pattern FORM = Pattern.compile("(\\d+)(?:([kmgtp])(i?b?)?)?", Pattern.CASE_INSENSITIVE);
    private static final String UNITS = "kmgtp";

    private final JsonNode json;
    private final OptionalLong number;

    private Bytes(JsonNode json, OptionalLong number) {
        this.json = json;
        this.number = number;
    }

    /** That many bytes. Not negative. */
    public static Bytes of(long bytes) {
        return new Bytes(LongNode.valueOf(bytes), OptionalLong.of(bytes));
    }

    /** What the text says, for example {@code 512MiB}. */
    public static Bytes of(String text) {
        return new Bytes(TextNode.valueOf(text), parse(text.trim()));
    }

    @JsonCreator
    static Bytes read(JsonNode json) {
        return json.isIntegralNumber() && json.canConvertToLong() ? of(json.asLong()) : of(json.asText());
    }

    private static OptionalLong parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return OptionalLong.empty();
        }
        String suffix = m.group(3) == null ? "" : m.group(3).toLowerCase(Locale.ROOT);
        if (suffix.equals("i") || suffix.equals("b")) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseLong(m.group(1));
            if (m.group(2) != null) {
                int power = UNITS.indexOf(m.group(2).toLowerCase(Locale.ROOT)) + 1;
                for (int i = 0; i < power; i++) {
                    value = Math.multiplyExact(value, suffix.isEmpty() ? 1000L : 1024L);
                }
            }
            return OptionalLong.of(value);
        } catch (NumberFormatException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * The number of bytes.
     *
     * @throws IllegalStateException if the text is malformed
     */
    public long number() {
        return number.orElseThrow(() -> new IllegalStateException("\"" + this + "\" is no number of bytes"));
    }

    @Override
    public void check(Findings at) {
        if (!number.isPresent()) {
            at.report(Rules.MALFORMED, json + " is no number of bytes; write for example 512MiB, 2G or 1000000");
        } else if (number.getAsLong() < 0) {
            at.report(Rules.NEGATIVE, json + " is less than nothing; choose a number of bytes");
        }
    }

    @JsonValue
    @Override
    public JsonNode spelling() {
        return json;
    }

    @Override
    public String toString() {
        return json.asText();
    }

    @Override
    public JsonNode canonical() {
        return number.isPresent() ? LongNode.valueOf(number.getAsLong()) : json;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Bytes && ((Bytes) o).canonical().equals(canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }
}
