package io.druidingest.testkit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.druidingest.json.Keyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON for each Java type that a property can have. */
final class Values {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** By the simple name of a Java type; the first that is not Druid's default is taken. */
    private static final Map<String, List<String>> BY_TYPE = Map.ofEntries(
            Map.entry("String", List.of("\"some\"", "\"other\"")),
            Map.entry("Boolean", List.of("true", "false")),
            Map.entry("Integer", List.of("3", "4")),
            Map.entry("Long", List.of("7000000000", "8")),
            Map.entry("Double", List.of("0.25", "0.5")),
            Map.entry("Float", List.of("0.25", "0.5")),
            Map.entry("Number", List.of("0.25", "3")),
            Map.entry("Duration", List.of("\"PT90M\"", "\"PT2H\"")),
            Map.entry("Instant", List.of("\"2026-01-31T00:00:00.000Z\"")),
            Map.entry("Interval", List.of("\"2026-01-01T00:00:00.000Z/2026-01-02T00:00:00.000Z\"")),
            Map.entry("IsoPeriod", List.of("\"P1M\"", "\"P2D\"")),
            Map.entry("Bytes", List.of("64000000", "\"1MiB\"")),
            Map.entry("Granularity", List.of("\"HOUR\"", "\"DAY\"", "{\"type\":\"period\",\"period\":\"PT2H\"}")),
            Map.entry("URI", List.of("\"http://example.org/a\"")),
            Map.entry("ColumnType", List.of("\"LONG\"", "\"STRING\"", "\"ARRAY<STRING>\"")),
            Map.entry("Password", List.of("{\"type\":\"environment\",\"variable\":\"SECRET\"}")),
            Map.entry("JsonNode", List.of("\"some\"", "3")));

    private Values() {}

    /** All that is known for a Java type; containers hold one of it. Empty for value types. */
    static List<JsonNode> of(Type type, boolean number) {
        if (type instanceof ParameterizedType) {
            Type[] of = ((ParameterizedType) type).getActualTypeArguments();
            Class<?> raw = (Class<?>) ((ParameterizedType) type).getRawType();
            return of(of[of.length - 1], number).stream()
                    .map(v -> Collection.class.isAssignableFrom(raw) ? list(v) : map(v))
                    .collect(Collectors.toList());
        }
        Class<?> c = (Class<?>) type;
        if (number && c.getSimpleName().equals("Duration")) {
            return List.of(IntNode.valueOf(90_000), IntNode.valueOf(60_000));
        }
        if (Keyword.class.isAssignableFrom(c)) {
            return words(c);
        }
        return BY_TYPE.getOrDefault(c.getSimpleName(), List.of()).stream()
                .map(Values::parse)
                .collect(Collectors.toList());
    }

    private static List<JsonNode> words(Class<?> keyword) {
        return Arrays.stream(keyword.getFields())
                .filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType() == keyword)
                .map(Values::constant)
                .map(TextNode::valueOf)
                .collect(Collectors.toList());
    }

    private static String constant(Field f) {
        try {
            return f.get(null).toString();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A value as it stands in a property of that Java type: in a list, in a map, or by itself. */
    static JsonNode wrapped(JsonNode value, Type type) {
        if (!(type instanceof ParameterizedType)) {
            return value;
        }
        Type[] of = ((ParameterizedType) type).getActualTypeArguments();
        Class<?> raw = (Class<?>) ((ParameterizedType) type).getRawType();
        JsonNode inner = wrapped(value, of[of.length - 1]);
        return Collection.class.isAssignableFrom(raw) ? list(inner) : map(inner);
    }

    private static ArrayNode list(JsonNode value) {
        return JSON.createArrayNode().add(value);
    }

    private static ObjectNode map(JsonNode value) {
        return JSON.createObjectNode().set("key", value);
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
