package io.druidingest.json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Everything that {@link SpecExtension}s register, judged as it comes. */
final class Extensions implements SpecExtension.Types {

    private static volatile @Nullable Extensions loaded;

    private final Map<Class<?>, Map<String, Class<? extends SpecObject>>> types = new LinkedHashMap<>();

    /** The types that extensions add to a family, by id. */
    static Map<String, Class<? extends SpecObject>> typesOf(Class<?> family) {
        Extensions all = loaded;
        if (all == null) {
            all = load(ServiceLoader.load(SpecExtension.class, SpecExtension.class.getClassLoader()));
            loaded = all;
        }
        return all.of(family);
    }

    static Extensions load(Iterable<SpecExtension> found) {
        Extensions all = new Extensions();
        try {
            for (SpecExtension extension : found) {
                try {
                    extension.register(all);
                } catch (IllegalArgumentException e) {
                    throw new IllegalStateException(
                            extension.getClass().getName() + " cannot be used: " + e.getMessage(), e);
                }
            }
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException("an extension cannot be loaded: " + e.getMessage(), e);
        }
        return all;
    }

    @Override
    public <F extends SpecObject> Extensions add(Class<F> family, String id, Class<? extends F> type) {
        String entry = family.getSimpleName() + " \"" + id + "\" as " + type.getName() + ": ";
        Family base = family.getDeclaredAnnotation(Family.class);
        if (base == null) {
            throw new IllegalArgumentException(entry + family.getName() + " is no family; see @Family");
        }
        if (!Arrays.asList(type.getInterfaces()).contains(family)) {
            throw new IllegalArgumentException(entry + "the type must extend or implement it directly");
        }
        Class<?> ours = Arrays.stream(base.value())
                .filter(v -> v.id().equals(id))
                .map(Family.Variant::type)
                .findFirst()
                .orElse(null);
        Class<?> earlier =
                types.computeIfAbsent(family, f -> new LinkedHashMap<>()).putIfAbsent(id, type);
        if (id.isEmpty() || ours != null || earlier != null) {
            throw new IllegalArgumentException(entry
                    + (id.isEmpty()
                            ? "the id is empty"
                            : "the id stands for " + (ours != null ? ours : earlier).getName()));
        }
        return this;
    }

    /** What was registered for a family, by id. */
    Map<String, Class<? extends SpecObject>> of(Class<?> family) {
        return types.getOrDefault(family, Map.of());
    }
}
