package io.druidingest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Whether two pieces of JSON are the same to Druid, which writes some things otherwise than it read them. */
public final class Spelling {

    private Spelling() {}

    public static boolean same(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.isTextual() && b.isTextual()) {
            return a.asText().equalsIgnoreCase(b.asText()) || sameDuration(a.asText(), b.asText());
        }
        if (a.isObject() && b.isObject()) {
            return sameFields((ObjectNode) a, (ObjectNode) b);
        }
        if (a.isArray() && b.isArray() && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return a.equals(b);
    }

    private static boolean sameFields(ObjectNode a, ObjectNode b) {
        ObjectNode left = plain(a);
        ObjectNode right = plain(b);
        return left.size() == right.size()
                && left.properties().stream()
                        .allMatch(e -> right.has(e.getKey()) && same(e.getValue(), right.get(e.getKey())));
    }

    /** Without nulls, and without the time zone that Druid adds to a period. */
    private static ObjectNode plain(ObjectNode object) {
        ObjectNode plain = object.deepCopy();
        plain.properties()
                .removeIf(e -> e.getValue().isNull()
                        || (e.getKey().equals("timeZone")
                                && e.getValue().asText().equals("UTC")));
        return plain;
    }

    private static boolean sameDuration(String a, String b) {
        try {
            return a.startsWith("P") && Duration.parse(a).equals(Duration.parse(b));
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
