package io.druidingest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a value means to Druid: its canonical JSON without nulls, without what Druid assumes anyway, and without what its
 * server adds ({@link SpecObject#normalize}). A value and what Druid makes of it mean the same.
 */
final class Meaning {

    private Meaning() {}

    static JsonNode of(SpecObject value) {
        JsonNode json = SpecMapper.canonicalTree(value);
        if (json.isObject()) {
            return object(value, (ObjectNode) json);
        }
        JsonNode said = any(Shape.of(value.getClass()).whole(value), json);
        return said == null ? SpecMapper.wire().createArrayNode() : said;
    }

    private static ObjectNode object(SpecObject value, ObjectNode json) {
        value.normalize(json);
        Shape shape = Shape.of(value.getClass());
        ObjectNode meaning = json.objectNode();
        json.properties().forEach(field -> {
            Shape.Property p = shape.property(field.getKey());
            JsonNode said = p == null ? free(field.getValue()) : property(p, shape, value, field.getValue());
            if (said != null) {
                meaning.set(field.getKey(), said);
            }
        });
        return meaning;
    }

    /** Null where the property says nothing. */
    private static @Nullable JsonNode property(Shape.Property p, Shape shape, SpecObject value, JsonNode json) {
        boolean told = shape.family() == null && p.fixed(); // it could be nothing else
        JsonNode said = told ? null : any(p.get(value), json);
        if (said == null || p.defaults().contains(said)) {
            return null;
        }
        boolean nothing =
                said.isContainerNode() && said.isEmpty() && p.defaults().isEmpty();
        return nothing ? null : said;
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

    /** A set is told as a whole: its elements have no place of their own. */
    private static JsonNode list(List<JsonNode> elements, boolean set) {
        if (set) {
            return TextNode.valueOf(elements.stream()
                    .map(JsonNode::toString)
                    .sorted()
                    .distinct()
                    .collect(Collectors.joining(",")));
        }
        return SpecMapper.wire().createArrayNode().addAll(elements);
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
            json.properties().forEach(f -> {
                JsonNode said = free(f.getValue());
                if (said != null) {
                    object.set(f.getKey(), said);
                }
            });
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
                JsonNode canonical = SpecMapper.canonicalTree(value).path(p.name());
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
