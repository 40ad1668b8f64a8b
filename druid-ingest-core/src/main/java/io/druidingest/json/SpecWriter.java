package io.druidingest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.druidingest.json.internal.Accessors;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values: what is set in them, and the unknown properties. */
final class SpecWriter extends JsonSerializer<SpecObject> {

    /** How values are spelt. */
    enum Form {
        /** As they were given: what is sent. */
        WIRE,
        /** Without what is {@link Sensitive} and without unknown properties, which may be. */
        MASKED,
        /** Each {@link Canonical} one in the spelling that stands for all. */
        RESPELT
    }

    private final boolean masked;
    private final boolean respelt;

    SpecWriter(Form form) {
        this.masked = form == Form.MASKED;
        this.respelt = form == Form.RESPELT;
    }

    @Override
    public void serialize(SpecObject value, JsonGenerator out, SerializerProvider context) throws IOException {
        Accessors<SpecObject> accessors = Shape.accessors(value);
        Collection<?> list = accessors.asList(value);
        if (list != null) {
            element(list, out, context);
            return;
        }
        out.writeStartObject();
        accessors.each(value, new Properties(value, accessors, out, context));
        out.writeEndObject();
    }

    private final class Properties implements Accessors.Visitor<IOException> {

        private final SpecObject of;
        private final Accessors<SpecObject> accessors;
        private final JsonGenerator out;
        private final SerializerProvider context;

        Properties(SpecObject of, Accessors<SpecObject> accessors, JsonGenerator out, SerializerProvider context) {
            this.of = of;
            this.accessors = accessors;
            this.out = out;
            this.context = context;
        }

        /** Writes the name of a property; false, and nothing, if it is not to be shown. */
        private boolean name(int index) throws IOException {
            if (masked && isSensitive(accessors.names().get(index))) {
                return false;
            }
            out.writeFieldName(accessors.key(index));
            return true;
        }

        private boolean isSensitive(String name) {
            Shape.Property p = Shape.of(of).property(name);
            return p == null || p.sensitive();
        }

        @Override
        public void id(int index, String value) throws IOException {
            text(index, value);
        }

        @Override
        public void text(int index, String value) throws IOException {
            if (name(index)) {
                out.writeString(value);
            }
        }

        @Override
        public void number(int index, long value) throws IOException {
            if (name(index)) {
                out.writeNumber(value);
            }
        }

        @Override
        public void flag(int index, boolean value) throws IOException {
            if (name(index)) {
                out.writeBoolean(value);
            }
        }

        @Override
        public void millis(int index, Duration value) throws IOException {
            number(index, value.toMillis());
        }

        @Override
        public void object(int index, SpecObject value) throws IOException {
            if (name(index)) {
                serialize(value, out, context);
            }
        }

        @Override
        public void texts(int index, Collection<String> values) throws IOException {
            if (name(index)) {
                out.writeStartArray();
                for (String value : values) {
                    out.writeString(value); // null, too
                }
                out.writeEndArray();
            }
        }

        @Override
        public void objects(int index, Collection<? extends SpecObject> values) throws IOException {
            if (name(index)) {
                out.writeStartArray();
                for (SpecObject value : values) {
                    if (value == null) {
                        out.writeNull();
                    } else {
                        serialize(value, out, context);
                    }
                }
                out.writeEndArray();
            }
        }

        @Override
        public void unknown(Map<String, JsonNode> properties) throws IOException {
            if (!masked) {
                for (Map.Entry<String, JsonNode> p : properties.entrySet()) {
                    out.writeFieldName(p.getKey());
                    p.getValue().serialize(out, context);
                }
            }
        }

        @Override
        public void other(int index, Object value) throws IOException {
            if (name(index)) {
                element(value, out, context);
            }
        }
    }

    private void element(@Nullable Object value, JsonGenerator out, SerializerProvider context) throws IOException {
        if (value instanceof String) {
            out.writeString((String) value);
        } else if (value instanceof SpecObject) {
            serialize((SpecObject) value, out, context);
        } else if (value instanceof Canonical && !(masked && value instanceof Secret)) {
            Canonical said = (Canonical) value;
            (respelt ? said.canonical() : said.spelling()).serialize(out, context);
        } else if (value instanceof URI && !masked) {
            out.writeString(value.toString()); // Jackson would do the same, after a long look at the class
        } else if (value instanceof Collection) {
            out.writeStartArray();
            for (Object element : (Collection<?>) value) {
                element(element, out, context);
            }
            out.writeEndArray();
        } else if (value instanceof Map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> e : ((Map<?, ?>) value).entrySet()) {
                out.writeFieldName(String.valueOf(e.getKey()));
                element(e.getValue(), out, context);
            }
            out.writeEndObject();
        } else {
            context.defaultSerializeValue(value, out);
        }
    }
}
