package io.druidingest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a value means to Druid: its canonical JSON without nulls, without what Druid assumes anyway, and without what its
 * server adds ({@link SpecObject#normalize}). A value and what Druid makes of it mean the same.
 */
final class Meaning {

    private Meaning() {}

    static JsonNode of(SpecObject value) {
        JsonNode json = SpecMapper.respelt(value);
        JsonNode said = any(Shape.of(value).whole(value), json);
        return said == null ? json : said;
    }

    private static ObjectNode object(SpecObject value, ObjectNode json) {
        Shape shape = Shape.of(value);
        ObjectNode said = json.objectNode();
        json.properties().forEach(field -> {
            Shape.Property p = shape.written(field.getKey());
            if (p == null) {
                set(said, field.getKey(), free(field.getValue()));
            } else if (p.name().equals(field.getKey())) {
                said.set(p.name(), element(p.get(value), field.getValue()));
            } else {
                set(said, p.name(), free(field.getValue()));
            }
        });
        said.remove(shape.added());
        Variants family = shape.family();
        if (family != null && said.has(family.property())) {
            said.put(family.property(), shape.id(value));
        }
        value.normalize(said);
        ObjectNode meaning = json.objectNode();
        said.properties().forEach(field -> {
            Shape.Property p = shape.property(field.getKey());
            if (p == null || !isAssumed(p, shape, field.getValue(), said)) {
                meaning.set(field.getKey(), field.getValue());
            }
        });
        return meaning;
    }

    private static void set(ObjectNode object, String name, @Nullable JsonNode said) {
        if (said != null) {
            object.set(name, said);
        }
    }

    /** Whether a property says what Druid would assume without it. */
    private static boolean isAssumed(Shape.Property p, Shape shape, JsonNode said, ObjectNode all) {
        if (shape.family() == null && p.fixed()) { // it could be nothing else
            return true;
        }
        Shape.Property followed = shape.property(p.follows());
        if (followed == null) {
            return isDefault(p, said);
        }
        JsonNode other = all.get(followed.name());
        boolean usual = other == null || isDefault(followed, other);
        return usual ? isDefault(followed, said) : said.equals(other);
    }

    private static boolean isDefault(Shape.Property p, JsonNode said) {
        boolean nothing = said.isContainerNode() && said.isEmpty();
        return p.defaults().isEmpty() ? nothing : p.defaults().contains(said);
    }

    private static @Nullable JsonNode any(@Nullable Object value, JsonNode json) {
        if (value instanceof SpecObject && json.isObject()) {
            return object((SpecObject) value, (ObjectNode) json);
        }
        if (value instanceof Collection && json.isArray() && json.size() == ((Collection<?>) value).size()) {
            List<JsonNode> elements = new ArrayList<>();
            Iterator<?> values = ((Collection<?>) value).iterator();
            json.forEach(e -> elements.add(element(values.next(), e)));
            return list(elements, value instanceof Set);
        }
        return value instanceof Set && json.isArray() ? list(elements(json), true) : free(json);
    }

    private static JsonNode element(@Nullable Object value, JsonNode json) {
        JsonNode said = any(value, json);
        if (said != null) {
            return said;
        }
        return json.isContainerNode() ? ((ContainerNode<?>) json.deepCopy()).removeAll() : json;
    }

    private static List<JsonNode> elements(JsonNode json) {
        List<JsonNode> elements = new ArrayList<>();
        json.forEach(e -> elements.add(element(null, e)));
        return elements;
    }

    /** A set has no order of its own. */
    private static JsonNode list(List<JsonNode> elements, boolean set) {
        ArrayNode list = SpecMapper.wire().createArrayNode();
        if (!set) {
            return list.addAll(elements);
        }
        Map<String, JsonNode> sorted = new TreeMap<>();
        elements.forEach(e -> sorted.put(e.toString(), e));
        return list.addAll(sorted.values());
    }

    /** JSON of no type of ours; null where it says nothing. */
    private static @Nullable JsonNode free(JsonNode json) {
        if (json.isNumber()) {
            return DecimalNode.valueOf(json.decimalValue().stripTrailingZeros());
        }
        if (json.isArray()) {
            ArrayNode list = SpecMapper.wire().createArrayNode();
            elements(json).forEach(list::add);
            return list.isEmpty() ? null : list;
        }
        if (json.isObject()) {
            ObjectNode object = SpecMapper.wire().createObjectNode();
            json.properties().forEach(f -> set(object, f.getKey(), free(f.getValue())));
            return object.isEmpty() ? null : object;
        }
        return json.isNull() ? null : json;
    }

    /** What Druid assumes where the property is not given, as it would mean if it were. */
    static List<JsonNode> defaults(Class<?> type, Shape.Property p, String... texts) {
        List<JsonNode> defaults = new ArrayList<>();
        for (String text : texts) {
            try {
                ObjectNode json = SpecMapper.wire().createObjectNode();
                json.set(p.name(), SpecMapper.wire().readTree(text));
                SpecObject value = (SpecObject) SpecMapper.wire().treeToValue(json, type);
                JsonNode canonical = SpecMapper.respelt(value).path(p.name());
                JsonNode said = canonical.isMissingNode() ? null : any(p.get(value), canonical);
                if (said != null) {
                    defaults.add(said);
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("cannot read the default of " + type + "." + p.name(), e);
            }
        }
        return defaults;
    }
}
