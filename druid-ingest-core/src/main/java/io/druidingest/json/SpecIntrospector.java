package io.druidingest.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells Jackson about generated values and builders what {@link SpecStyle} cannot say in annotations. */
class SpecIntrospector extends JacksonAnnotationIntrospector {

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

    /** The bulk setter of unknown properties is not a property of its own. */
    @Override
    public boolean hasIgnoreMarker(AnnotatedMember m) {
        return super.hasIgnoreMarker(m)
                || (m.getName().equals("properties") && SpecBuilder.class.isAssignableFrom(m.getDeclaringClass()));
    }

    @Override
    public String @Nullable [] findSerializationPropertyOrder(AnnotatedClass c) {
        return SpecObject.class.isAssignableFrom(c.getRawType())
                ? new String[] {"type"}
                : super.findSerializationPropertyOrder(c);
    }
}
