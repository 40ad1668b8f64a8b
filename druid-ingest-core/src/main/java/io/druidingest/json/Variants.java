package io.druidingest.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The variants of a {@link Family}: those of this library and those of {@link SpecExtension}s. */
final class Variants {

    private static final ClassValue<Variants> ALL = new ClassValue<>() {
        @Override
        protected Variants computeValue(Class<?> base) {
            Variants known = new Variants(base.getDeclaredAnnotation(Family.class));
            Extensions.typesOf(base).forEach(known.types::put);
            return known;
        }
    };

    private final Family family;
    private final Map<String, Class<? extends SpecObject>> types = new LinkedHashMap<>();
    private final Map<String, String> newer = new HashMap<>();

    private Variants(Family family) {
        this.family = family;
        for (Family.Variant v : family.value()) {
            types.put(v.id(), v.type());
            if (!v.newer().isEmpty()) {
                newer.put(v.id(), v.newer());
            }
        }
    }

    /** The variants of a family interface; null of any other class. */
    static @Nullable Variants of(Class<?> base) {
        return base.isAnnotationPresent(Family.class) ? ALL.get(base) : null;
    }

    /** The JSON property that holds the type id. */
    String property() {
        return family.property();
    }

    /** The type id that Druid assumes where none is given; empty where it insists on one. */
    String absent() {
        return family.absent();
    }

    /** The property that a bare string stands for; empty where Druid takes no bare string. */
    String text() {
        return family.text();
    }

    /** What an unknown type id is read as. */
    Class<? extends SpecObject> unknown() {
        return family.unknown();
    }

    /** What a type id is read as. */
    Class<? extends SpecObject> type(String id) {
        return types.getOrDefault(id, unknown());
    }

    /** The id that Druid itself writes for what has this one. */
    String newest(String id) {
        return newer.getOrDefault(id, id);
    }

    /** All known type ids, this library's first. */
    List<String> ids() {
        return new ArrayList<>(types.keySet());
    }

    /** The type ids that one type stands for. */
    List<String> ids(Class<?> type) {
        return types.entrySet().stream()
                .filter(e -> e.getValue() == type)
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    /** Each type id and its type. */
    Map<String, Class<? extends SpecObject>> types() {
        return Collections.unmodifiableMap(types);
    }
}
