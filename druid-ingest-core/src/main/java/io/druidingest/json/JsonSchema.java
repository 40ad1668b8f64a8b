package io.druidingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the form of the language as a JSON Schema (draft 2020-12): one definition for each type, family and kind of
 * value. It takes what a strict reader takes, but for the rules.
 */
final class JsonSchema {

    /** What a person reads about a type, or about one of its properties. */
    interface Descriptions {

        /** The text; null where there is none. The property is the method that sets it, or null for the type itself. */
        @Nullable String of(Class<?> type, @Nullable String property);
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Descriptions descriptions;
    private final Map<String, JsonNode> definitions = new TreeMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    private JsonSchema(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    /**
     * The schema of some types and all that can stand in them.
     *
     * @param roots what a document can be: families by their type id, others by their definition only
     */
    static ObjectNode of(String id, Collection<? extends Class<?>> roots, Descriptions descriptions) {
        JsonSchema schema = new JsonSchema(descriptions);
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("$id", id);
        schema.documents(root, roots);
        while (!schema.open.isEmpty()) {
            schema.define(schema.open.remove());
        }
        root.set("$defs", JSON.objectNode().setAll(schema.definitions));
        return root;
    }

    private void documents(ObjectNode root, Collection<? extends Class<?>> roots) {
        Map<String, List<JsonNode>> byId = new TreeMap<>();
        for (Class<?> type : roots) {
            JsonNode ref = ref(type);
            Variants family = Variants.of(type);
            if (family != null
                    && family.property().equals("type")
                    && family.absent().isEmpty()) {
                family.ids().forEach(typeId -> byId.merge(typeId, List.of(ref), JsonSchema::both));
            }
        }
        Map<List<JsonNode>, List<String>> byForm = new LinkedHashMap<>();
        byId.forEach((typeId, forms) ->
                byForm.computeIfAbsent(forms, f -> new ArrayList<>()).add(typeId));
        root.put("type", "object").putArray("required").add("type");
        root.putObject("properties").set("type", words(byId.keySet()));
        ArrayNode cases = root.putArray("allOf");
        byForm.forEach((forms, ids) -> cases.add(when(
                "type",
                ids,
                forms.size() == 1 ? forms.get(0) : JSON.objectNode().set("anyOf", list(forms)))));
    }

    private static List<JsonNode> both(List<JsonNode> a, List<JsonNode> b) {
        return Stream.concat(a.stream(), b.stream()).collect(Collectors.toList());
    }

    private void define(Class<?> type) {
        String name = names.get(type);
        ObjectNode definition = JSON.objectNode();
        String text = descriptions.of(type, null);
        if (text != null) {
            definition.put("description", text);
        }
        Variants family = Variants.of(type);
        if (family != null) {
            family(definition, family);
        } else if (SpecObject.class.isAssignableFrom(type)) {
            object(definition, Shape.of(type));
        } else {
            Scalars.define(definition, type);
        }
        definitions.put(name, definition);
    }

    private void family(ObjectNode definition, Variants family) {
        ObjectNode object = definition;
        if (!family.text().isEmpty()) {
            object = JSON.objectNode();
            definition
                    .putArray("anyOf")
                    .add(JSON.objectNode().put("type", "string"))
                    .add(object);
        }
        object.put("type", "object");
        String key = family.property();
        if (family.absent().isEmpty()) {
            object.putArray("required").add(key);
        }
        ObjectNode ids = words(family.ids());
        object.putObject("properties").set(key, family.absent().isEmpty() ? ids : orNull(ids));
        ArrayNode cases = object.putArray("allOf");
        if (!family.absent().isEmpty()) {
            ObjectNode none = JSON.objectNode();
            none.putObject("if").putObject("properties").putObject(key).put("type", "null");
            none.set("then", ref(family.type(family.absent())));
            cases.add(none);
        }
        for (Class<?> type : new LinkedHashSet<>(family.types().values())) {
            cases.add(when(key, family.ids(type), ref(type)));
        }
    }

    private static ObjectNode when(String key, List<String> ids, JsonNode then) {
        ObjectNode when = JSON.objectNode();
        ObjectNode condition = when.putObject("if");
        condition.putObject("properties").set(key, words(ids));
        condition.putArray("required").add(key);
        when.set("then", then);
        return when;
    }

    private void object(ObjectNode definition, Shape shape) {
        definition.put("type", "object").put("additionalProperties", false);
        List<JsonNode> required = shape.properties().stream()
                .filter(p -> p.fixed() ? p.saidInJson() : p.required() && !isAbsentId(shape, p))
                .map(p -> JSON.textNode(p.name()))
                .collect(Collectors.toList());
        if (!required.isEmpty()) {
            definition.set("required", list(required));
        }
        ObjectNode properties = definition.putObject("properties");
        for (Shape.Property p : shape.properties()) {
            ObjectNode property = p.fixed() || isId(shape, p) ? id(shape, p) : any(p.type(), p.inMillis());
            boolean needed = required.contains(JSON.textNode(p.name()));
            ObjectNode said = needed ? property : orNull(property);
            String text = descriptions.of(shape.type(), p.method());
            if (text != null) {
                said.put("description", text);
            }
            JsonNode standard = p.onlyDefault();
            if (standard != null) {
                said.set("default", standard);
            }
            properties.set(p.name(), said);
            for (String former : p.aliases()) {
                properties.set(former, said.deepCopy().put("deprecated", true));
            }
        }
    }

    private static boolean isId(Shape shape, Shape.Property p) {
        Variants family = shape.family();
        return family != null
                && family.property().equals(p.name())
                && !family.ids(shape.type()).isEmpty();
    }

    /** Druid assumes the id of some families. */
    private static boolean isAbsentId(Shape shape, Shape.Property p) {
        Variants family = shape.family();
        return family != null && isId(shape, p) && family.type(family.absent()) == shape.type();
    }

    private static ObjectNode id(Shape shape, Shape.Property p) {
        Variants family = shape.family();
        if (family != null && isId(shape, p)) {
            return words(family.ids(shape.type()));
        }
        return JSON.objectNode().put("const", p.fixedText());
    }

    private static ObjectNode words(Collection<String> words) {
        ObjectNode schema = JSON.objectNode();
        return words.size() == 1
                ? schema.put("const", words.iterator().next())
                : schema.set("enum", list(words.stream().map(JSON::textNode).collect(Collectors.toList())));
    }

    private ObjectNode any(Type type, boolean millis) {
        ObjectNode schema = JSON.objectNode();
        if (type instanceof ParameterizedType) {
            Type[] of = ((ParameterizedType) type).getActualTypeArguments();
            return of.length == 1
                    ? schema.put("type", "array").set("items", any(of[0], false))
                    : schema.put("type", "object").set("additionalProperties", any(of[1], false));
        }
        if (millis) {
            return schema.put("type", "integer");
        }
        String plain = Scalars.plain((Class<?>) type);
        return plain == null ? ref((Class<?>) type) : plain.isEmpty() ? schema : schema.put("type", plain);
    }

    private ObjectNode ref(Class<?> type) {
        String name = names.get(type);
        if (name == null) {
            String simple = type.getName().replaceFirst(".*\\.", "").replace('$', '.');
            name = names.containsValue(simple) ? type.getName() : simple;
            names.put(type, name);
            open.add(type);
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    /** A property that need not be given may be null. */
    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.path("type").isTextual()) {
            schema.set("type", list(List.of(schema.get("type"), JSON.textNode("null"))));
            return schema;
        }
        return schema.isEmpty()
                ? schema
                : JSON.objectNode()
                        .set("anyOf", list(List.of(schema, JSON.objectNode().put("type", "null"))));
    }

    private static ArrayNode list(Collection<? extends JsonNode> nodes) {
        return JSON.arrayNode().addAll(nodes);
    }

    /** The values that are no objects of ours. */
    private static final class Scalars {

        private static final Map<String, String> PLAIN = Map.of(
                "String", "string",
                "Boolean", "boolean",
                "Integer", "integer",
                "Long", "integer",
                "Double", "number",
                "Float", "number",
                "BigDecimal", "number",
                "JsonNode", "",
                "Object", "");

        private static final Map<String, String> TEXTS = Map.of(
                "Interval", "^.+/.+$",
                "URI", "^\\S*$");

        private static final Map<String, String> TEXTS_OR_NUMBERS = Map.of(
                "Duration", "^[pP][0-9tTwWdDhHmMsS.,+-]+$",
                "IsoPeriod", "^[pP][0-9tTyYwWdDhHmMsS.,+-]+$",
                "Instant", "^[+-]?[0-9]",
                "Bytes", "^\\s*[0-9]+([kKmMgGtTpP]([iI][bB])?)?\\s*$");

        /** The JSON type of a Java type; empty for any, null where there is more to say. */
        static @Nullable String plain(Class<?> type) {
            return PLAIN.get(type.getSimpleName());
        }

        static void define(ObjectNode schema, Class<?> type) {
            String name = type.getSimpleName();
            if (Keyword.class.isAssignableFrom(type)) {
                keyword(schema, type);
            } else if (TEXTS.containsKey(name)) {
                schema.put("type", "string").put("pattern", TEXTS.get(name));
            } else if (TEXTS_OR_NUMBERS.containsKey(name)) {
                schema.putArray("type").add("string").add("integer");
                schema.put("pattern", TEXTS_OR_NUMBERS.get(name));
            } else {
                schema.putArray("type")
                        .add("string")
                        .add("object")
                        .add("number")
                        .add("array")
                        .add("boolean");
            }
        }

        /** The words as Druid spells them, and in any other case where it does not mind. */
        private static void keyword(ObjectNode schema, Class<?> type) {
            List<Keyword> words = Arrays.stream(type.getFields())
                    .filter(f -> f.getType() == type)
                    .map(f -> {
                        try {
                            return (Keyword) f.get(null);
                        } catch (IllegalAccessException e) {
                            throw new IllegalStateException(f + " must be public, in a public class", e);
                        }
                    })
                    .collect(Collectors.toList());
            schema.put("type", "string");
            if (words.isEmpty()) {
                return;
            }
            if (!words.get(0).anyCase()) {
                schema.setAll(words(words.stream().map(Keyword::toString).collect(Collectors.toList())));
                return;
            }
            ArrayNode spellings = schema.putArray("anyOf");
            spellings
                    .addObject()
                    .set(
                            "enum",
                            list(words.stream()
                                    .map(w -> JSON.textNode(w.toString()))
                                    .collect(Collectors.toList())));
            spellings
                    .addObject()
                    .put(
                            "pattern",
                            new TreeSet<>(words.get(0).words())
                                    .stream().map(Scalars::anyCase).collect(Collectors.joining("|", "^(", ")$")));
        }

        private static String anyCase(String word) {
            StringBuilder pattern = new StringBuilder();
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                if (Character.isLetter(c)) {
                    pattern.append('[')
                            .append(c)
                            .append(Character.toUpperCase(c))
                            .append(']');
                } else {
                    pattern.append(Character.isDigit(c) || c == '_' || c == '-' ? "" : "\\")
                            .append(c);
                }
            }
            return pattern.toString();
        }
    }
}
