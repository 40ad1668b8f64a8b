package io.druidingest.testkit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be told from Java types: {@code src/test/resources/corpus}. A key is the name of a type, a type and an id,
 * or {@code *} for all types; each may say
 *
 * <ul>
 *   <li>{@code base}: what the smallest valid object holds besides its required properties;
 *   <li>{@code values}: by property, values that are valid and not Druid's default;
 *   <li>{@code with}: by property, what else has to be there if it is set; null takes away;
 *   <li>{@code around}: by JSON pointer, what the whole document has to hold if this type stands in it;
 *   <li>{@code under}: the type, or type and id, that the object has to stand somewhere below;
 *   <li>{@code aside}: properties that do not lead to other types, since there are better ways to these;
 * </ul>
 *
 * <p>{@code absent.json} lists, by version of Druid and by reason, the types and properties that its classes lack.
 */
final class Recipes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/resources/corpus");

    private final Map<String, JsonNode> byType = new LinkedHashMap<>();

    private final JsonNode absent;

    Recipes() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().collect(Collectors.toList())) {
                JSON.readTree(file.toFile())
                        .properties()
                        .forEach(e -> byType.merge(e.getKey(), e.getValue(), Recipes::both));
            }
            absent = Objects.requireNonNull(byType.remove("absent"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What two files say of the same. */
    private static JsonNode both(JsonNode one, JsonNode other) {
        other.properties().forEach(e -> {
            JsonNode same = one.get(e.getKey());
            ((ObjectNode) one).set(e.getKey(), same == null ? e.getValue() : both(same, e.getValue()));
        });
        return one;
    }

    /** What is said of a type, the most special first. */
    private List<JsonNode> of(ValueType type) {
        List<JsonNode> said = new ArrayList<>();
        for (String key : List.of(type.toString(), type.name(), "*")) {
            JsonNode recipe = byType.get(key);
            if (recipe != null && !said.contains(recipe)) {
                said.add(recipe);
            }
        }
        return said;
    }

    private Stream<JsonNode> of(ValueType type, String part) {
        return of(type).stream().map(r -> r.path(part)).filter(n -> !n.isMissingNode());
    }

    /** What the smallest object holds besides; the most special wins. */
    Map<String, JsonNode> base(ValueType type) {
        return merged(of(type, "base"));
    }

    Map<String, JsonNode> around(ValueType type) {
        return merged(of(type, "around"));
    }

    Map<String, JsonNode> with(ValueType.Property property) {
        return merged(of(property.owner(), "with").map(w -> w.path(property.name)));
    }

    private static Map<String, JsonNode> merged(Stream<JsonNode> parts) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        parts.flatMap(p -> p.properties().stream()).forEach(e -> all.putIfAbsent(e.getKey(), e.getValue()));
        return all;
    }

    /** Valid values; empty where nothing is said. */
    List<JsonNode> values(ValueType.Property property) {
        List<JsonNode> values = new ArrayList<>();
        of(property.owner(), "values")
                .map(v -> v.path(property.name))
                .filter(JsonNode::isArray)
                .findFirst()
                .ifPresent(v -> v.forEach(values::add));
        return values;
    }

    @Nullable String under(ValueType type) {
        return of(type, "under").map(JsonNode::asText).findFirst().orElse(null);
    }

    boolean aside(ValueType.Property property) {
        return of(property.owner(), "aside").anyMatch(a -> a.has(property.name));
    }

    /** Why a version of Druid lacks a type, a type and id, or a property of one; null where it does not. */
    @Nullable String absent(String version, String name) {
        return Stream.of(version, "any")
                .flatMap(v -> absent.path(v).properties().stream())
                .filter(e -> StreamSupport.stream(e.getValue().spliterator(), false)
                        .anyMatch(n -> n.asText().equals(name)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The same, of a type as a whole. */
    @Nullable String absent(String version, ValueType type) {
        String reason = absent(version, type.name());
        return reason == null ? absent(version, type.toString()) : reason;
    }

    @Nullable String absent(String version, ValueType.Property property) {
        return absent(version, property.owner().name() + " " + property.name);
    }
}
