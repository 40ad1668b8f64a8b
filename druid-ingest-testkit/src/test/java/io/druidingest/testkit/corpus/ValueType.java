package io.druidingest.testkit.corpus;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.druidingest.json.DruidDefault;
import io.druidingest.json.Family;
import io.druidingest.json.Keyword;
import io.druidingest.json.SpecObject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type of the language, or one of its ids where it has several: which properties it has, and of which Java types. */
final class ValueType {

    final Class<?> type;
    final @Nullable String idProperty;
    final @Nullable String id;
    final List<Property> properties = new ArrayList<>();

    private ValueType(Class<?> type, @Nullable String idProperty, @Nullable String id) {
        this.type = type;
        this.idProperty = idProperty;
        this.id = id;
        for (Method m : type.getMethods()) {
            if (isAccessor(m) && properties.stream().noneMatch(p -> p.name.equals(name(m)))) {
                properties.add(new Property(m));
            }
        }
        properties.sort((a, b) -> a.name.compareTo(b.name));
    }

    /** The types that can stand where {@code declared} is asked for: itself, or each id of its family. */
    static List<ValueType> of(Class<?> declared) {
        List<ValueType> types = new ArrayList<>();
        Family family = declared.getDeclaredAnnotation(Family.class);
        if (family == null) {
            types.add(new ValueType(declared, null, null));
        } else {
            Arrays.stream(family.value()).forEach(v -> types.add(new ValueType(v.type(), family.property(), v.id())));
        }
        return types;
    }

    private static boolean isAccessor(Method m) {
        return m.getParameterCount() == 0
                && !m.isBridge()
                && !Modifier.isStatic(m.getModifiers())
                && (Modifier.isAbstract(m.getModifiers()) || m.isAnnotationPresent(JsonProperty.class))
                && !m.getName().equals("properties");
    }

    private static String name(Method m) {
        JsonProperty json = m.getAnnotation(JsonProperty.class);
        return json == null || json.value().isEmpty() ? m.getName() : json.value();
    }

    String name() {
        return type.getSimpleName();
    }

    @Override
    public String toString() {
        return id == null ? name() : name() + " " + id;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof ValueType && o.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** One property. */
    final class Property {

        final String name;
        final Type javaType;
        private final Method accessor;

        private Property(Method accessor) {
            this.accessor = accessor;
            this.name = ValueType.name(accessor);
            this.javaType = accessor.getGenericReturnType();
        }

        /** Whether it says which type this is. */
        boolean tellsType() {
            return name.equals(idProperty) || accessor.isDefault();
        }

        /** What a document has to say where the type is fixed and no family asks for it; null where it may be silent. */
        @Nullable String fixedText() {
            JsonProperty json = accessor.getAnnotation(JsonProperty.class);
            if (!accessor.isDefault() || json == null || !json.required()) {
                return null;
            }
            try {
                Object builder = type.getMethod("builder").invoke(null);
                Method partial = builder.getClass().getMethod("partial");
                partial.setAccessible(true);
                return String.valueOf(accessor.invoke(partial.invoke(builder)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean required() {
            return !tellsType() && !isContainer() && !nullable();
        }

        private boolean nullable() {
            return accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
        }

        boolean isContainer() {
            Class<?> raw = accessor.getReturnType();
            return Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw);
        }

        /** Whether it is one of a set of words. */
        boolean isWord() {
            return Keyword.class.isAssignableFrom(accessor.getReturnType());
        }

        boolean isNumberInJson() {
            JsonFormat format = accessor.getAnnotation(JsonFormat.class);
            return format != null && format.shape() == JsonFormat.Shape.NUMBER;
        }

        /** What Druid assumes, as JSON texts. */
        List<String> defaults() {
            DruidDefault said = accessor.getAnnotation(DruidDefault.class);
            return said == null ? List.of() : List.of(said.value());
        }

        /** The value types that can stand in it, its list or its map. */
        List<ValueType> nested() {
            Class<?> c = innermost(javaType);
            return SpecObject.class.isAssignableFrom(c) ? ValueType.of(c) : List.of();
        }

        ValueType owner() {
            return ValueType.this;
        }

        @Override
        public String toString() {
            return ValueType.this + " " + name;
        }
    }

    private static Class<?> innermost(Type type) {
        if (type instanceof ParameterizedType) { // of a map, its values
            Type[] of = ((ParameterizedType) type).getActualTypeArguments();
            return innermost(of[of.length - 1]);
        }
        return (Class<?>) type;
    }
}
