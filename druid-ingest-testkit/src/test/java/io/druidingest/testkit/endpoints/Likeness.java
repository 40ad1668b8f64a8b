package io.druidingest.testkit.endpoints;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How an answer differs from what was recorded: in status, content type, shape, and values that follow from the request. */
final class Likeness {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keys whose values do not come from chance, clock or machine. */
    private static final Set<String> SAME = Set.of(
            "task",
            "id",
            "groupId",
            "type",
            "dataSource",
            "status",
            "statusCode",
            "runnerStatusCode",
            "taskId",
            "ingestionState",
            "processed",
            "unparseable",
            "segmentsPublished",
            "interval",
            "partitionNum",
            "partitions",
            "dimensions",
            "metrics",
            "used",
            "numChangedSegments",
            "segmentStateChanged",
            "error",
            "errorCode",
            "persona",
            "category",
            "success",
            "count",
            "minTime",
            "maxTime");

    private final List<String> differences = new ArrayList<>();

    private Likeness() {}

    static List<String> differences(RecordedExchange exchange, int status, String type, String body) {
        Likeness likeness = new Likeness();
        String real = new String(exchange.responseBody(), UTF_8).trim();
        if (status != exchange.status()) {
            likeness.differences.add("status " + status + ", not " + exchange.status());
            return likeness.differences;
        }
        String realType = exchange.responseHeader("Content-Type");
        if (!base(type).equals(base(realType)) && !(real.isEmpty() && body.isEmpty())) {
            likeness.differences.add("content type " + base(type) + ", not " + base(realType));
        }
        JsonNode expected = json(real);
        JsonNode actual = json(body.trim());
        if (expected == null || actual == null) {
            if (!text(real).equals(text(body.trim()))) {
                likeness.differences.add("text " + text(body.trim()) + ", not " + text(real));
            }
        } else {
            likeness.compare("$", "", expected, actual);
        }
        return likeness.differences;
    }

    private void compare(String at, String key, JsonNode expected, JsonNode actual) {
        if (expected.isNull() || actual.isNull()) {
            return; // what there is in one case only
        }
        if (expected.getNodeType() != actual.getNodeType()) {
            differences.add(at + " is of type " + actual.getNodeType() + ", not " + expected.getNodeType());
        } else if (expected.isObject()) {
            keys(at, expected, actual);
            for (Map.Entry<String, JsonNode> e : expected.properties()) {
                if (actual.has(e.getKey())) {
                    compare(at + "." + e.getKey(), e.getKey(), e.getValue(), actual.path(e.getKey()));
                }
            }
        } else if (expected.isArray()) {
            if (expected.isEmpty() != actual.isEmpty()) {
                differences.add(at + " has " + actual.size() + " elements, not " + expected.size());
            } else if (!expected.isEmpty()) {
                compare(at + "[0]", "", expected.get(0), actual.get(0));
            }
        } else if ((SAME.contains(key) || at.equals("$"))
                && !unchanced(expected).equals(unchanced(actual))) {
            differences.add(at + " is " + shortened(actual.toString()) + ", not " + shortened(expected.toString()));
        }
    }

    /** A value, without what Druid makes of chance and clock in the ids that it gives. */
    private static String unchanced(JsonNode value) {
        return value.toString().replaceAll("_[a-p]{8}_", "_CHANCE_").replaceAll("_\\d{4}-[\\dT:.-]+Z", "_TIME");
    }

    private void keys(String at, JsonNode expected, JsonNode actual) {
        Set<String> missing = new TreeSet<>();
        expected.fieldNames().forEachRemaining(missing::add);
        Set<String> extra = new TreeSet<>();
        actual.fieldNames().forEachRemaining(name -> {
            if (!missing.remove(name)) {
                extra.add(name);
            }
        });
        if (!missing.isEmpty()) {
            differences.add(at + " lacks " + shortened(missing.toString()));
        }
        if (!extra.isEmpty()) {
            differences.add(at + " has " + shortened(extra.toString()) + " too");
        }
    }

    private static String base(@Nullable String type) {
        return type == null ? "" : type.replaceAll(";.*", "").trim();
    }

    private static @Nullable JsonNode json(String text) {
        try {
            return text.isEmpty() ? null : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Without what names a machine; of a page that Jetty makes, only that it is one. */
    private static String text(String text) {
        return text.startsWith("<html>") ? "<html>" : shortened(text.replaceAll("127\\.0\\.0\\.1:\\d+", "HOST"));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "HOST");
        return line.length() <= 120 ? line : line.substring(0, 120) + "...";
    }
}
