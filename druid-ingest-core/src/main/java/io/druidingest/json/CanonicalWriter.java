package io.druidingest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.druidingest.json.internal.Accessors;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes values in the form in which equal ones are written equal: the keys of every object in alphabetical order, each
 * {@link Canonical} value in the spelling that stands for all, numbers without zeros that say nothing.
 */
final class CanonicalWriter extends JsonSerializer<SpecObject> {

    /** The attribute that names the properties of the whole that are not to be written, a set. */
    static final Object WITHOUT = new Object();

    @Override
    public void serialize(SpecObject value, JsonGenerator out, SerializerProvider context) throws IOException {
        Object without = context.getAttribute(WITHOUT);
        object(value, without == null ? Set.of() : (Set<?>) without, out, context);
    }

    private void object(SpecObject value, Set<?> without, JsonGenerator out, SerializerProvider context)
            throws IOException {
        Accessors<SpecObject> accessors = Shape.accessors(value);
        Collection<?> list = accessors.asList(value);
        if (list != null) {
            any(list, out, context);
            return;
        }
        Collected set = new Collected(accessors.names().size());
        accessors.each(value, set);
        out.writeStartObject();
        if (set.unknown.isEmpty()) {
            for (int i : accessors.alphabetical()) {
                Object property = set.values[i];
                if (property != null
                        && (without.isEmpty()
                                || !without.contains(accessors.names().get(i)))) {
                    out.writeFieldName(accessors.key(i));
                    any(property, out, context);
                }
            }
        } else {
            Map<String, Object> all = new TreeMap<>(set.unknown);
            for (int i = 0; i < set.values.length; i++) {
                if (set.values[i] != null) {
                    all.put(accessors.names().get(i), set.values[i]);
                }
            }
            all.keySet().removeAll(without);
            fields(all, out, context);
        }
        out.writeEndObject();
    }

    private void fields(Map<String, ?> sorted, JsonGenerator out, SerializerProvider context) throws IOException {
        for (Map.Entry<String, ?> field : sorted.entrySet()) {
            out.writeFieldName(field.getKey());
            any(field.getValue(), out, context);
        }
    }

    private void any(@Nullable Object value, JsonGenerator out, SerializerProvider context) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String) {
            out.writeString((String) value);
        } else if (value instanceof SpecObject) {
            object((SpecObject) value, Set.of(), out, context);
        } else if (value instanceof Long) {
            out.writeNumber((Long) value);
        } else if (value instanceof Boolean) {
            out.writeBoolean((Boolean) value);
        } else if (value instanceof Canonical) {
            any(((Canonical) value).canonical(), out, context);
        } else if (value instanceof URI) {
            out.writeString(value.toString());
        } else if (value instanceof JsonNode) {
            node((JsonNode) value, out, context);
        } else if (value instanceof Collection) {
            out.writeStartArray();
            for (Object element : (Collection<?>) value) {
                any(element, out, context);
            }
            out.writeEndArray();
        } else if (value instanceof Map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            ((Map<?, ?>) value).forEach((key, element) -> sorted.put(String.valueOf(key), element));
            out.writeStartObject();
            fields(sorted, out, context);
            out.writeEndObject();
        } else {
            node(tree(value, context), out, context);
        }
    }

    private void node(JsonNode node, JsonGenerator out, SerializerProvider context) throws IOException {
        if (node.isArray()) {
            out.writeStartArray();
            for (JsonNode element : node) {
                node(element, out, context);
            }
            out.writeEndArray();
        } else if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            out.writeStartObject();
            fields(sorted, out, context);
            out.writeEndObject();
        } else if (node.isFloatingPointNumber() && !((NumericNode) node).isNaN()) {
            BigDecimal number = node.decimalValue();
            out.writeNumber(number.stripTrailingZeros());
        } else {
            node.serialize(out, context);
        }
    }

    /** What Jackson makes of a value that is none of ours. */
    private static JsonNode tree(Object value, SerializerProvider context) throws IOException {
        try (TokenBuffer tokens = new TokenBuffer(SpecMapper.wire(), false)) {
            context.defaultSerializeValue(value, tokens);
            return SpecMapper.wire().readTree(tokens.asParser());
        }
    }

    /** The properties that are set, by their indexes. */
    private static final class Collected implements Accessors.Visitor<RuntimeException> {

        private final @Nullable Object[] values;
        private Map<String, JsonNode> unknown = Map.of();

        Collected(int count) {
            values = new Object[count];
        }

        @Override
        public void id(int index, String value) {
            values[index] = value;
        }

        @Override
        public void text(int index, String value) {
            values[index] = value;
        }

        @Override
        public void number(int index, long value) {
            values[index] = value;
        }

        @Override
        public void flag(int index, boolean value) {
            values[index] = value;
        }

        @Override
        public void millis(int index, Duration value) {
            values[index] = value.toMillis();
        }

        @Override
        public void object(int index, SpecObject value) {
            values[index] = value;
        }

        @Override
        public void texts(int index, Collection<String> value) {
            values[index] = value;
        }

        @Override
        public void objects(int index, Collection<? extends SpecObject> value) {
            values[index] = value;
        }

        @Override
        public void other(int index, Object value) {
            values[index] = value;
        }

        @Override
        public void unknown(Map<String, JsonNode> properties) {
            unknown = properties;
        }
    }
}
