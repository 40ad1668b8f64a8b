package io.druidingest.json;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.druidingest.json.internal.Accessors;
import io.druidingest.validation.Checked;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one value type looks like, read once from its accessors: the single source for what is required and for legal
 * keys. An accessor is an abstract method without parameters, or one with {@link JsonProperty} ({@code type()} where it
 * is fixed). Reflection is slow to start, so sound values are checked and written by {@link #accessors} alone.
 */
final class Shape {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> c) {
            Class<?> type = valueType(c);
            return type == c ? new Shape(type) : of(type);
        }
    };

    private static final ClassValue<Accessors<SpecObject>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Accessors<SpecObject> computeValue(Class<?> c) {
            for (Class<?> type : c.isInterface() ? new Class<?>[] {c} : c.getInterfaces()) {
                Accessors<SpecObject> generated = generated(type);
                if (generated != null) {
                    return generated;
                }
            }
            return new ReflectedAccessors(of(c));
        }
    };

    private final Class<?> type;
    private final Map<String, Property> properties;
    private final boolean list;
    private final @Nullable Variants family;
    private final boolean unknown;
    private final @Nullable Property freeType;
    private final Set<String> ids;

    private Shape(Class<?> type) {
        this.type = type;
        Map<String, Property> found = new TreeMap<>(); // reflection has no order of its own
        for (Method m : type.getMethods()) {
            if (isAccessor(m)) {
                Property p = new Property(type, m);
                found.put(p.name(), p);
            }
        }
        this.properties = Collections.unmodifiableMap(found);
        this.list = found.values().stream().anyMatch(Property::whole);
        this.family = Arrays.stream(type.getInterfaces())
                .map(Variants::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        this.unknown = family != null && family.unknown() == type;
        Property id = family == null ? null : property(family.property());
        this.freeType = id == null || id.fixed() ? null : id;
        this.ids = family == null ? Set.of() : new LinkedHashSet<>(unknown ? family.ids() : family.ids(type));
    }

    /** What reads a value. It does not make a shape, if it was generated. */
    static Accessors<SpecObject> accessors(SpecObject value) {
        return accessors(value.getClass());
    }

    /** What reads the values of a type. */
    static Accessors<SpecObject> accessors(Class<?> valueOrType) {
        return ACCESSORS.get(valueOrType);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Accessors<SpecObject> generated(Class<?> type) {
        try {
            Constructor<?> made = Class.forName(type.getName() + "Accessors", true, type.getClassLoader())
                    .getDeclaredConstructor();
            made.setAccessible(true); // it is as visible as the type's own implementation
            return (Accessors<SpecObject>) made.newInstance();
        } catch (ClassNotFoundException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("what was generated for " + type + " cannot be made", e);
        }
    }

    /** The shape of a value interface, or of a class that implements one. */
    static Shape of(Class<?> valueOrType) {
        return SHAPES.get(valueOrType);
    }

    /** The shape of a value. */
    static Shape of(SpecObject value) {
        return SHAPES.get(value.getClass());
    }

    /** The simple name of the value type. */
    String name() {
        return type.getSimpleName();
    }

    Class<?> type() {
        return type;
    }

    /** The family that the type is a variant of; null where it is none. */
    @Nullable Variants family() {
        return family;
    }

    /** Whether this is the type of its family that keeps what the others do not know. */
    boolean unknown() {
        return unknown;
    }

    /** The property that says which variant this is; null where it is fixed, or there is no family. */
    @Nullable Property freeType() {
        return freeType;
    }

    /** The id of a variant, by the newest of its names; null where it has none. */
    @Nullable String id(SpecObject value) {
        Property p = family == null ? null : property(family.property());
        Object id = p == null ? null : p.get(value);
        return family == null || id == null ? null : family.newest(id.toString());
    }

    /** The ids of the {@link #freeType} that go with this type; of an unknown type, those that do not. */
    Set<String> ids() {
        return ids;
    }

    /** Whether it may hold keys that nobody knows. */
    boolean open() {
        return type.isAnnotationPresent(OpenKeys.class);
    }

    /** What Druid writes of it besides. */
    List<String> added() {
        ServerAdds more = type.getAnnotation(ServerAdds.class);
        return more == null ? List.of() : List.of(more.value());
    }

    /** The property that Druid writes by that name; null where there is none. */
    @Nullable Property written(String name) {
        Property p = property(name);
        return p != null
                ? p
                : properties.values().stream()
                        .filter(q -> q.writtenAs().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    /** Whether it is a list in JSON, not an object. */
    boolean list() {
        return list;
    }

    /** What stands for the value in JSON: the list, if it is one, or the value itself. */
    Object whole(SpecObject value) {
        return properties.values().stream()
                .filter(Property::whole)
                .map(p -> p.get(value))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(value);
    }

    Collection<Property> properties() {
        return properties.values();
    }

    @Nullable Property property(String name) {
        return properties.get(name);
    }

    /** Whether Druid reads a key of that name: a property, or the former name of one. */
    boolean reads(String key) {
        return properties.containsKey(key)
                || properties.values().stream().anyMatch(p -> p.aliases().contains(key));
    }

    /** The generated class says nothing of the type's own; the interface it implements says it all. */
    private static Class<?> valueType(Class<?> c) {
        if (c.isInterface()) {
            return c;
        }
        for (Class<?> i : c.getInterfaces()) {
            if (i.isAnnotationPresent(JsonDeserialize.class)) {
                return i;
            }
        }
        return c; // written by hand, without generation
    }

    private static boolean isAccessor(Method m) {
        return m.getParameterCount() == 0
                && !Modifier.isStatic(m.getModifiers())
                && (Modifier.isAbstract(m.getModifiers())
                        || m.isAnnotationPresent(JsonProperty.class)
                        || m.isAnnotationPresent(JsonValue.class))
                && !m.getName().equals("properties");
    }

    /** One JSON property. */
    static final class Property {

        private final Method accessor;
        private final String name;
        private final boolean required;
        private final boolean nullElements;
        private final boolean fixed;
        private final boolean whole;
        private final boolean inMillis;
        private final boolean listed;
        private final boolean writtenEmpty;
        private final boolean sensitive;
        private final @Nullable Class<?> nested;
        private final Class<?> owner;
        private volatile @Nullable List<JsonNode> defaults;

        Property(Class<?> owner, Method accessor) {
            this.owner = owner;
            this.accessor = accessor;
            accessor.trySetAccessible(); // it is public: this spares a check at each call
            JsonProperty json = accessor.getAnnotation(JsonProperty.class);
            this.name = json == null || json.value().isEmpty() ? accessor.getName() : json.value();
            Class<?> raw = accessor.getReturnType();
            this.listed = Collection.class.isAssignableFrom(raw);
            boolean mapped = Map.class.isAssignableFrom(raw);
            this.writtenEmpty = !(listed || mapped) || accessor.isAnnotationPresent(JsonInclude.class);
            this.sensitive = accessor.isAnnotationPresent(Sensitive.class);
            this.required = !listed && !mapped && !isNullable(accessor.getAnnotatedReturnType());
            this.nullElements = hasNullElements(accessor.getAnnotatedReturnType());
            this.fixed = accessor.isDefault();
            JsonFormat format = accessor.getAnnotation(JsonFormat.class);
            this.whole = accessor.isAnnotationPresent(JsonValue.class);
            this.inMillis = format != null && format.shape().isNumeric();
            this.nested = nested(accessor.getGenericReturnType());
        }

        String name() {
            return name;
        }

        /** Whether it says something even if it is empty, or cannot be. */
        boolean writtenEmpty() {
            return writtenEmpty;
        }

        /** Whether no log may show it. */
        boolean sensitive() {
            return sensitive;
        }

        /** The text of a {@link #fixed} value. */
        String fixedText() {
            try {
                return String.valueOf(get((SpecObject) SpecMapper.wire().readValue("{}", owner)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("cannot read an empty " + owner, e);
            }
        }

        /** What Druid assumes where the property is not given; null where that is not known, or differs by version. */
        @Nullable JsonNode onlyDefault() {
            DruidDefault d = accessor.getAnnotation(DruidDefault.class);
            try {
                return d == null || d.value().length != 1
                        ? null
                        : SpecMapper.wire().readTree(d.value()[0]);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the default of " + owner + "." + name + " is no JSON", e);
            }
        }

        /** The name of the property that Druid takes for this one where this one is absent; empty where it does not. */
        String follows() {
            DruidDefault d = accessor.getAnnotation(DruidDefault.class);
            return d == null ? "" : d.follows();
        }

        /** The name by which Druid writes it; empty where that is its own. */
        String writtenAs() {
            WrittenAs other = accessor.getAnnotation(WrittenAs.class);
            return other == null ? "" : other.value();
        }

        /** Whether Druid may not give it back as it was sent. */
        boolean oneSided() {
            return accessor.isAnnotationPresent(OneSided.class);
        }

        /** The method that gets and sets it: of its name, save where Java or the library has taken that name. */
        String method() {
            return accessor.getName();
        }

        /** Whether it holds a list. */
        boolean listed() {
            return listed;
        }

        /** Former names of it, which Druid reads too. */
        List<String> aliases() {
            JsonAlias former = accessor.getAnnotation(JsonAlias.class);
            return former == null ? List.of() : List.of(former.value());
        }

        /** Whether Druid reads -1 as null. */
        boolean minusOneIsNull() {
            return accessor.isAnnotationPresent(MinusOneIsNull.class);
        }

        /** What the accessor returns. */
        Type type() {
            return accessor.getGenericReturnType();
        }

        /** Whether Druid needs it: not marked nullable, and neither a list nor a map. */
        boolean required() {
            return required;
        }

        /** Whether null may stand in its list: {@code List<@Nullable String>}. */
        boolean nullElements() {
            return nullElements;
        }

        /** Whether the type of the property fixes its value: {@code type()} of a type with one id. */
        boolean fixed() {
            return fixed;
        }

        /** Whether a duration is a number of milliseconds in JSON. */
        boolean inMillis() {
            return inMillis;
        }

        /** Whether a document has to say even a {@link #fixed} value. */
        boolean saidInJson() {
            JsonProperty json = accessor.getAnnotation(JsonProperty.class);
            return json != null && json.required();
        }

        /** Whether the property stands for the whole value: the list of a value that is a list in JSON. */
        boolean whole() {
            return whole;
        }

        /** The value type found in the property, its list or its map; null where no value of ours can stand there. */
        @Nullable Class<?> nested() {
            return nested;
        }

        /** What Druid assumes where the property is not given, as {@link Meaning}; empty where that is not known. */
        List<JsonNode> defaults() {
            List<JsonNode> known = defaults;
            if (known == null) {
                DruidDefault d = accessor.getAnnotation(DruidDefault.class);
                known = d == null ? List.of() : Meaning.defaults(owner, this, d.value());
                defaults = known;
            }
            return known;
        }

        @Nullable Object get(SpecObject value) {
            try {
                return accessor.invoke(value);
            } catch (InvocationTargetException e) {
                throw new IllegalStateException("accessor " + accessor + " failed", e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("accessor " + accessor + " must be public, in a public interface", e);
            }
        }

        private static boolean isNullable(AnnotatedType type) {
            return type.isAnnotationPresent(Nullable.class);
        }

        private static boolean hasNullElements(AnnotatedType type) {
            return type instanceof AnnotatedParameterizedType
                    && isNullable(((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0]);
        }

        private static @Nullable Class<?> nested(Type type) {
            if (type instanceof ParameterizedType) { // of a map, its values
                Type[] of = ((ParameterizedType) type).getActualTypeArguments();
                return nested(of[of.length - 1]);
            }
            return type instanceof Class && Checked.class.isAssignableFrom((Class<?>) type) ? (Class<?>) type : null;
        }
    }
}
