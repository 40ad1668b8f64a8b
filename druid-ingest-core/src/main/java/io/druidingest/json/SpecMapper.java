package io.druidingest.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.SerializerFactoryConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerFactory;
import com.fasterxml.jackson.databind.ser.SerializerFactory;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one Jackson configuration of the library: exact numbers, no coercion between scalars, nothing detected that is not
 * annotated, and the extensions of {@link SpecModule}.
 */
final class SpecMapper {

    /** Far more than any spec needs, and little enough for the stack of a thread. */
    private static final int MAX_DEPTH = 250;

    private static final JsonMapper WIRE =
            builder(new SpecWriter(SpecWriter.Form.WIRE)).build();
    private static final JsonMapper COERCING = builder(new SpecWriter(SpecWriter.Form.WIRE))
            .enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    private static final JsonMapper LOG = builder(new SpecWriter(SpecWriter.Form.MASKED))
            .addModule(new SimpleModule("masking")
                    .addSerializer(Secret.class, ToStringSerializer.instance)
                    .addSerializer(URI.class, new MaskedUriWriter()))
            .build();

    private static final JsonMapper RESPELT =
            builder(new SpecWriter(SpecWriter.Form.RESPELT)).build();
    private static final JsonMapper CANONICAL = builder(new CanonicalWriter()).build();

    private SpecMapper() {}

    /** Reads and writes what goes over the wire. */
    static JsonMapper wire() {
        return WIRE;
    }

    /** Reads like {@link #wire}, and scalars in quotes, as Druid does. */
    static JsonMapper coercing() {
        return COERCING;
    }

    /**
     * A value in its canonical form.
     *
     * @param without top-level properties that are left out
     */
    static String canonical(SpecObject value, Set<String> without) {
        try {
            return CANONICAL
                    .writer()
                    .withAttribute(CanonicalWriter.WITHOUT, without)
                    .writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of this library must be writable: " + value.label(), e);
        }
    }

    /** A value as JSON in which every secret reads {@code ***} and unknown properties, which may be secrets, are left out. */
    static String masked(SpecObject value) {
        try {
            return LOG.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of this library must be writable: " + value.getClass(), e);
        }
    }

    /** {@link #masked} as a tree. */
    static JsonNode maskedTree(SpecObject value) {
        return LOG.valueToTree(value);
    }

    /**
     * A value as JSON, what may be spelt in several ways in the spelling that stands for all, with the number types that a
     * reader would see; to be changed freely.
     */
    static JsonNode respelt(SpecObject value) {
        try {
            return WIRE.readTree(RESPELT.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of this library must be writable: " + value.getClass(), e);
        }
    }

    private static JsonMapper.Builder builder(JsonSerializer<SpecObject> values) {
        JsonFactory limited = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .streamWriteConstraints(StreamWriteConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
        JsonMapper plain = new JsonMapper(limited);
        plain.setSerializerFactory(new Writers(null, values));
        return new JsonMapper.Builder(plain)
                .annotationIntrospector(new SpecIntrospector())
                .addModule(new SpecModule())
                .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP));
    }

    /** Knows who writes values, so that Jackson need not look into each of their classes first. */
    private static final class Writers extends BeanSerializerFactory {

        private static final long serialVersionUID = 1L;

        private final transient JsonSerializer<SpecObject> values;

        Writers(@Nullable SerializerFactoryConfig config, JsonSerializer<SpecObject> values) {
            super(config);
            this.values = values;
        }

        @Override
        public SerializerFactory withConfig(SerializerFactoryConfig config) {
            return new Writers(config, values);
        }

        @Override
        @SuppressWarnings("unchecked")
        public JsonSerializer<Object> createSerializer(SerializerProvider context, JavaType type)
                throws JsonMappingException {
            return type.isTypeOrSubTypeOf(SpecObject.class)
                    ? (JsonSerializer<Object>) (JsonSerializer<?>) values
                    : super.createSerializer(context, type);
        }

        /** Their types are properties like others. */
        @Override
        public @Nullable TypeSerializer createTypeSerializer(SerializationConfig config, JavaType type) {
            return type.isTypeOrSubTypeOf(SpecObject.class) ? null : super.createTypeSerializer(config, type);
        }
    }

    /** Leaves out the user and the query of a URI: passwords and signatures stand there. */
    private static final class MaskedUriWriter extends StdScalarSerializer<URI> {

        private static final long serialVersionUID = 1L;

        MaskedUriWriter() {
            super(URI.class);
        }

        @Override
        public void serialize(URI value, JsonGenerator out, SerializerProvider context) throws IOException {
            out.writeString(
                    value.toString().replaceFirst("//[^/?#]*@", "//***@").replaceFirst("\\?.*", "?***"));
        }
    }
}
