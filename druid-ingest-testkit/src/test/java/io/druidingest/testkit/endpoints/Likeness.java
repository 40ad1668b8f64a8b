package io.druidingest.testkit.endpoints;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How an answer differs from that of a real Druid: in status, in the headers that clients read, in anything of its JSON or
 * its text. All counts, but for what {@link Masked} tells.
 */
final class Likeness {

    private static final List<String> HEADERS =
            List.of("Content-Type", "Location", "Allow", "Retry-After", "X-Druid-SQL-Query-Id");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> differences = new ArrayList<>();

    private Likeness() {}

    /** What is different, each in words; empty if nothing is. */
    static List<String> differences(Answer real, Answer fake) {
        Likeness likeness = new Likeness();
        if (fake.status() != real.status()) {
            likeness.differences.add("status is " + fake.status() + ", not " + real.status());
        }
        for (String header : HEADERS) {
            String expected = header(header, real);
            String actual = header(header, fake);
            if (!Objects.equals(expected, actual)) {
                likeness.differences.add(header + " is " + actual + ", not " + expected);
            }
        }
        JsonNode expected = json(real.body());
        JsonNode actual = json(fake.body());
        if (expected != null && actual != null) {
            likeness.compare("$", expected, actual);
        } else if (!text(real).equals(text(fake))) {
            likeness.differences.add("text is " + shortened(text(fake)) + ", not " + shortened(text(real)));
        }
        return likeness.differences;
    }

    private static @Nullable String header(String name, Answer answer) {
        String value = answer.header(name);
        if (value == null) {
            return null;
        }
        return name.equals("X-Druid-SQL-Query-Id")
                ? "there"
                : Masked.masked(value).replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private void compare(String at, JsonNode whole, JsonNode other) {
        JsonNode expected = Masked.masked(at, whole);
        JsonNode actual = Masked.masked(at, other);
        if (expected.isObject() && actual.isObject()) {
            keys(at, expected, actual);
            expected.properties().forEach(e -> {
                if (actual.has(e.getKey())) {
                    compare(at + "." + e.getKey(), e.getValue(), actual.path(e.getKey()));
                }
            });
        } else if (expected.isArray() && actual.isArray()) {
            if (expected.size() != actual.size()) {
                differences.add(at + " has " + actual.size() + " elements, not " + expected.size());
            }
            for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
                compare(at + "[" + i + "]", expected.get(i), actual.get(i));
            }
        } else if (!expected.equals(actual)) {
            differences.add(at + " is " + shortened(actual.toString()) + ", not " + shortened(expected.toString()));
        }
    }

    private void keys(String at, JsonNode expected, JsonNode actual) {
        Set<String> missing = new TreeSet<>();
        expected.fieldNames().forEachRemaining(key -> missing.add(Masked.masked(key)));
        Set<String> extra = new TreeSet<>();
        actual.fieldNames().forEachRemaining(key -> {
            if (!missing.remove(Masked.masked(key))) {
                extra.add(Masked.masked(key));
            }
        });
        if (!missing.isEmpty()) {
            differences.add(at + " lacks " + shortened(missing.toString()));
        }
        if (!extra.isEmpty()) {
            differences.add(at + " has " + shortened(extra.toString()) + " too");
        }
    }

    private static @Nullable JsonNode json(String text) {
        try {
            return text.isEmpty() ? null : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Of a page that Jetty makes, only that it is one: it tells of Jetty's insides. */
    private static String text(Answer answer) {
        return answer.body().startsWith("<html>") ? "<html>" : Masked.masked(answer.body());
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 160 ? line : line.substring(0, 160) + "...";
    }
}
