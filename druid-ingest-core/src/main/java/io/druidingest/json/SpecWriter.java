package io.druidingest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.AnyGetterWriter;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializer;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StringSerializer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value of ours as Jackson would, but reads all properties at once. A value with unknown properties is left to
 * Jackson.
 */
final class SpecWriter extends BeanSerializer {

    private static final long serialVersionUID = 1L;

    private final transient Shape shape;
    private final Property[] known;
    private final int[] places;

    private SpecWriter(BeanSerializer jackson, Shape shape) {
        super(jackson);
        this.shape = shape;
        this.known = Arrays.stream(_props).filter(Property.class::isInstance).toArray(Property[]::new);
        this.places = Arrays.stream(known).mapToInt(p -> p.shape.index()).toArray();
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializerProvider context) throws IOException {
        @Nullable Object[] all = shape.read(value);
        if (!Shape.unknown(all).isEmpty()) {
            super.serialize(value, out, context);
            return;
        }
        out.writeStartObject(value);
        for (int i = 0; i < places.length; i++) {
            Object said = all[places[i]];
            if (said != null) {
                known[i].write(said, out, context);
            }
        }
        out.writeEndObject();
    }

    /** Puts it in the place of Jackson's own writer of every type of ours that asks nothing special of Jackson. */
    static final class Modifier extends BeanSerializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
            if (SpecObject.class.isAssignableFrom(bean.getBeanClass())) {
                Shape shape = Shape.of(bean.getBeanClass());
                properties.replaceAll(p -> {
                    Shape.Property known = shape.property(p.getName());
                    return known == null ? p : new Property(p, known);
                });
            }
            return properties;
        }

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
            if (!SpecObject.class.isAssignableFrom(bean.getBeanClass()) || !(serializer instanceof BeanSerializer)) {
                return serializer;
            }
            SpecWriter ours = new SpecWriter((BeanSerializer) serializer, Shape.of(bean.getBeanClass()));
            return Arrays.stream(ours._props)
                            .allMatch(p ->
                                    p instanceof AnyGetterWriter || (p instanceof Property && ((Property) p).isPlain()))
                    ? ours
                    : serializer;
        }
    }

    private static final class Property extends BeanPropertyWriter {

        private static final long serialVersionUID = 1L;

        private final transient Shape.Property shape;

        Property(BeanPropertyWriter jackson, Shape.Property shape) {
            super(jackson);
            this.shape = shape;
        }

        /**
         * Jackson takes a property called {@code properties} for the unknown ones, whose method has that name. So that
         * one calls itself otherwise; what it writes stays.
         */
        @Override
        public String getName() {
            String name = super.getName();
            return name.equals("properties") ? "properties, not the unknown ones" : name;
        }

        /** Whether it is left out where it is null, and perhaps where it is empty, and that is all there is to it. */
        boolean isPlain() {
            return _suppressNulls
                    && (_suppressableValue == null || _suppressableValue == MARKER_FOR_EMPTY)
                    && _typeSerializer == null
                    && !isUnwrapping();
        }

        void write(Object said, JsonGenerator out, SerializerProvider context) throws IOException {
            if (_suppressableValue != null && isEmpty(said)) {
                return;
            }
            JsonSerializer<Object> writer = _serializer;
            if (writer == null) {
                writer = _dynamicSerializers.serializerFor(said.getClass());
                if (writer == null) {
                    writer = _findAndAddDynamic(_dynamicSerializers, said.getClass(), context);
                }
            }
            out.writeFieldName(_name);
            if (writer instanceof StringSerializer) {
                out.writeString((String) said);
            } else {
                writer.serialize(said, out, context);
            }
        }

        private static boolean isEmpty(Object said) {
            return said instanceof List
                    ? ((List<?>) said).isEmpty()
                    : said instanceof Map ? ((Map<?, ?>) said).isEmpty() : ((Collection<?>) said).isEmpty();
        }
    }
}
