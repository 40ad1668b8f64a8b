package io.druidingest.testkit.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What of an answer does not follow from the requests, and is told apart from nothing else of its kind: a time from a time,
 * but not a time from a number. Each is a rule about texts, or about the places where the value stands.
 */
enum Masked {
    /** When it was asked: what was recorded and what replays it are of the same day. Times to the millisecond. */
    CLOCK("2026-11-20T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z", "(clock)", null),

    /** What Druid makes up for its ids. */
    CHANCE("_[a-p]{8}(?=_|$)|_[0-9a-f]{15}(?=_)", "_(chance)", null),

    /** On which machine and port it listens. */
    PLACE("127\\.0\\.0\\.1:\\d+", "(place)", ".*\\.(port|ip)"),

    /** How long it took, or has left: but not that it has not ended, which is -1. */
    LASTING(null, "(lasting)", ".*\\.(duration|remainingSeconds)"),

    /** How many bytes segments and input have: but not that there are none. */
    WEIGHT(null, "(weight)", ".*\\.(size|replicatedSize|processedBytes)"),

    /** How much memory the machine has, and how many slots. */
    MACHINE(null, "(machine)", "\\$\\.memory\\..*|.*\\.worker\\.capacity"),

    /** What stood in files on the server. */
    FILES(null, "(file)", ".*\\.unparseableEvents\\..*\\.(input|timeOfExceptionMillis|details\\[0\\])"),

    /** Which extensions the cluster had loaded: of its modules only how each is told, of types not those of Kafka. */
    EXTENSIONS("(?<=[\\[ ])(index_)?kafka, |, (index_)?kafka(?=])", "", "\\$\\.modules");

    private final Pattern text;
    private final String instead;
    private final Pattern place;

    Masked(String text, String instead, String place) {
        this.text = text == null ? null : Pattern.compile(text);
        this.instead = instead;
        this.place = place == null ? null : Pattern.compile(place);
    }

    /** A text without what does not follow from the requests. */
    static String masked(String text) {
        String masked = text;
        for (Masked rule : values()) {
            if (rule.text != null) {
                masked = rule.text.matcher(masked).replaceAll(rule.instead);
            }
        }
        return masked;
    }

    /** A value without what does not follow from the requests. */
    static JsonNode masked(String at, JsonNode value) {
        for (Masked rule : values()) {
            if (rule.place != null && rule.place.matcher(at).matches()) {
                return rule.hide(value);
            }
        }
        return value.isTextual() ? new TextNode(masked(value.asText())) : value;
    }

    private JsonNode hide(JsonNode value) {
        if (value.isArray()) {
            Set<String> keys = new TreeSet<>();
            value.forEach(one -> one.fieldNames().forEachRemaining(keys::add));
            return new TextNode(keys.toString());
        }
        boolean says = value.isTextual() || (value.isNumber() && value.asLong() > 0);
        return says ? new TextNode(instead + " " + value.getNodeType()) : value;
    }
}
