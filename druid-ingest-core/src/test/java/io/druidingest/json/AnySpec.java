package io.druidingest.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values of any type of the language, with a random subset of the properties that need not be given. They are complete
 * and well formed, and may break any rule. Random in all but the seed.
 */
final class AnySpec {

    private static final int DEEP = 4;

    /** What stands in others, too. */
    private static final Set<String> ALSO_ROOTS = Set.of("Task", "CompactionConfig");

    private final Random random;

    AnySpec(Random random) {
        this.random = random;
    }

    /** The types that documents are read as: those that stand in no other, by their family, and some that do. */
    static List<Class<?>> roots() {
        Set<Class<?>> nested = new HashSet<>();
        for (Class<?> type : TypesContractTest.types()) {
            Shape.of(type).properties().forEach(p -> nested.add(p.nested()));
        }
        return TypesContractTest.types().stream()
                .map(type -> familyOf(type) == null ? type : familyOf(type))
                .distinct()
                .filter(type -> !nested.contains(type) || ALSO_ROOTS.contains(type.getSimpleName()))
                .sorted(Comparator.comparing(Class::getSimpleName))
                .collect(Collectors.toList());
    }

    /** A value of a type, or of any known variant of a family. */
    SpecObject of(Class<?> typeOrFamily) {
        return of(typeOrFamily, 0);
    }

    private SpecObject of(Class<?> typeOrFamily, int depth) {
        Family family = typeOrFamily.getDeclaredAnnotation(Family.class);
        return family == null ? value(typeOrFamily, depth) : variant(family, depth);
    }

    private SpecObject variant(Family family, int depth) {
        List<Class<?>> types = Arrays.stream(family.value())
                .map(Family.Variant::type)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(types, random);
        if (depth >= DEEP) { // come to an end
            types.sort(Comparator.comparing(AnySpec::needed));
        }
        return value(types.get(0), depth);
    }

    private static long needed(Class<?> type) {
        return Shape.of(type).properties().stream()
                .filter(p -> p.required() && p.nested() != null)
                .count();
    }

    private SpecObject value(Class<?> type, int depth) {
        SpecBuilder<?, ?> builder = builder(type);
        int fullness = random.nextInt(4);
        for (Shape.Property p : Shape.of(type).properties()) {
            boolean given = p.required() || (random.nextInt(4) < fullness && (depth < DEEP || p.nested() == null));
            if (given && !p.fixed()) {
                set(builder, type, p, isTypeId(type, p) ? typeId(type, random) : any(p.type(), depth + 1));
            }
        }
        return partial(builder);
    }

    private Object any(Type type, int depth) {
        if (type instanceof ParameterizedType) {
            Type[] of = ((ParameterizedType) type).getActualTypeArguments();
            Type element = of[of.length - 1];
            if (of.length > 1) {
                return depth >= DEEP ? Map.of() : Map.of("key", any(element, depth), "a.b c", any(element, depth));
            }
            List<Object> some = Stream.generate(() -> any(element, depth))
                    .limit(depth >= DEEP ? 0 : random.nextInt(3))
                    .collect(Collectors.toList());
            return ((ParameterizedType) type).getRawType() == Set.class ? new LinkedHashSet<>(some) : some;
        }
        Object sample = TypesContractTest.scalar((Class<?>) type);
        if (sample == null) {
            return of((Class<?>) type, depth);
        }
        switch (((Class<?>) type).getSimpleName()) {
            case "String":
                return random.nextBoolean() ? "a" + random.nextInt(9) : sample;
            case "Boolean":
                return random.nextBoolean();
            case "Integer":
                return random.nextBoolean() ? random.nextInt() : sample;
            case "Long":
                return random.nextBoolean() ? random.nextLong() : sample;
            default:
                return sample;
        }
    }

    static Class<?> familyOf(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .filter(i -> i.isAnnotationPresent(Family.class))
                .findFirst()
                .orElse(null);
    }

    private static boolean isTypeId(Class<?> type, Shape.Property p) {
        Class<?> family = familyOf(type);
        return family != null
                && p.name().equals(family.getDeclaredAnnotation(Family.class).property());
    }

    private static String typeId(Class<?> type, Random random) {
        List<String> ids = Arrays.stream(
                        familyOf(type).getDeclaredAnnotation(Family.class).value())
                .filter(v -> v.type() == type)
                .map(Family.Variant::id)
                .collect(Collectors.toList());
        return ids.isEmpty() ? "fromTheFuture" : ids.get(random.nextInt(ids.size()));
    }

    static SpecBuilder<?, ?> builder(Class<?> type) {
        return (SpecBuilder<?, ?>) call(null, method(type, "builder"));
    }

    /** What the builder holds, whether or not it is complete. */
    static SpecObject partial(SpecBuilder<?, ?> builder) {
        Method partial = method(builder.getClass(), "partial");
        partial.setAccessible(true);
        return (SpecObject) call(builder, partial);
    }

    private static void set(SpecBuilder<?, ?> builder, Class<?> type, Shape.Property p, Object value) {
        call(builder, setter(type, p.method()), value);
    }

    /** The one setter that the others stand on; null of a property that is fixed. */
    static Method setter(Class<?> type, String property) {
        return Arrays.stream(type.getDeclaredClasses())
                .filter(c -> c.getSimpleName().equals("Builder"))
                .flatMap(c -> Arrays.stream(c.getMethods()))
                .filter(m -> m.getName().equals(property)
                        && m.getParameterCount() == 1
                        && Modifier.isAbstract(m.getModifiers()))
                .findFirst()
                .orElse(null);
    }

    private static Method method(Class<?> type, String name) {
        try {
            return type.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new LinkageError(type + " has no " + name, e);
        }
    }

    private static Object call(Object on, Method method, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new LinkageError(method + " with " + Arrays.toString(arguments), e);
        }
    }
}
