package io.druidingest.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells Jackson about generated values and builders what {@link SpecStyle} cannot say in annotations. */
final class SpecIntrospector extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonPOJOBuilder.@Nullable Value findPOJOBuilderConfig(AnnotatedClass c) {
        return SpecBuilder.class.isAssignableFrom(c.getRawType())
                ? new JsonPOJOBuilder.Value("partial", "")
                : super.findPOJOBuilderConfig(c);
    }

    /** A type with one id has no setter for it: the walk over what was read compares it. */
    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated a) {
        Class<?> value = a instanceof AnnotatedClass ? a.getRawType().getEnclosingClass() : null; // no setter of it
        if (value != null && SpecObject.class.isAssignableFrom(value)) {
            return JsonIgnoreProperties.Value.forIgnoredProperties(Shape.of(value).properties().stream()
                    .filter(Shape.Property::fixed)
                    .map(Shape.Property::name)
                    .collect(Collectors.toSet()));
        }
        return super.findPropertyIgnoralByName(config, a);
    }

    /** The bulk setter of unknown properties is no property, and leaves its name to those who have such a property. */
    @Override
    public @Nullable PropertyName findNameForDeserialization(Annotated a) {
        return a instanceof AnnotatedMethod
                        && a.getName().equals("properties")
                        && SpecBuilder.class.isAssignableFrom(((AnnotatedMethod) a).getDeclaringClass())
                ? null
                : super.findNameForDeserialization(a);
    }

    /** What is said on the accessor of a value holds for the setter of its builder. */
    @Override
    public @Nullable Object findDeserializer(Annotated a) {
        Shape.Property p = setBy(a);
        return p != null && p.minusOneIsNull() ? new UnsetReader((Class<?>) p.type()) : super.findDeserializer(a);
    }

    @Override
    public @Nullable List<PropertyName> findPropertyAliases(Annotated a) {
        Shape.Property p = setBy(a);
        return p == null || p.aliases().isEmpty()
                ? super.findPropertyAliases(a)
                : p.aliases().stream().map(PropertyName::construct).collect(Collectors.toList());
    }

    private static Shape.@Nullable Property setBy(Annotated a) {
        if (!(a instanceof AnnotatedMethod) || ((AnnotatedMethod) a).getParameterCount() != 1) {
            return null;
        }
        Class<?> builder = ((AnnotatedMethod) a).getDeclaringClass();
        Class<?> value = SpecBuilder.class.isAssignableFrom(builder) ? builder.getEnclosingClass() : null;
        return value == null ? null : Shape.of(value).property(a.getName());
    }

    /** Reads -1 as null. */
    private static final class UnsetReader extends StdDeserializer<Object> {

        private static final long serialVersionUID = 1L;

        UnsetReader(Class<?> type) {
            super(type);
        }

        @Override
        public @Nullable Object deserialize(JsonParser p, DeserializationContext context) throws IOException {
            Object value = context.readValue(p, handledType());
            return value instanceof Number && ((Number) value).longValue() == -1 ? null : value;
        }
    }
}
